/** 已留痕 → 已送达 → 已确认, with what happened in one sentence and the way out where there is one. */
import { Button } from '../../../shared/interface/button.tsx';
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import type { Note } from '../../outbox/note.ts';
import { retryNow } from '../../outbox/outbox.ts';
import { attention, type Delivery, deliveryOf, type Reach, stops, type WayOut } from './delivery.ts';
import { noteWording as wording } from './wording.ts';

interface DeliveryLineProps {
  readonly note: Note;
  readonly reach: Reach;
  readonly onConnect: () => void;
}

export function DeliveryLine({ note, reach, onConnect }: DeliveryLineProps) {
  const delivery = deliveryOf(note, Date.now(), reach);
  const actions: Record<WayOut, () => void> = {
    retry: () => void retryNow(note.captureId),
    reconnect: onConnect,
    connect: onConnect,
  };
  const buttons = delivery.waysOut.map((wayOut) => (
    <Button key={wayOut} tone={delivery.halted ? 'secondary' : 'quiet'} onClick={actions[wayOut]}>
      {say(wording[wayOut])}
    </Button>
  ));
  return (
    <section class="delivery" aria-label={say(wording.delivery)}>
      <Stops delivery={delivery} />
      {delivery.halted ? (
        <Notice tone="danger" title={`${say(attention)}：${say(delivery.line)}`} actions={buttons} />
      ) : (
        <div class="delivery-words">
          <p role="status">{say(delivery.line)}</p>
          {note.nextAttemptAt > Date.now() && (
            <p class="muted">{say(wording.nextAttempt, { time: formatDate(note.nextAttemptAt) })}</p>
          )}
          {buttons}
        </div>
      )}
    </section>
  );
}

function Stops({ delivery }: { readonly delivery: Delivery }) {
  return (
    <ol class="stops">
      {stops.map((stop, at) => (
        <li
          key={stop.zh}
          data-reached={at < delivery.reached || undefined}
          aria-current={at === delivery.reached - 1 ? 'step' : undefined}
        >
          <span class="stop-mark" aria-hidden="true">
            {at < delivery.reached ? '✓' : at + 1}
          </span>
          {say(stop)}
          {at >= delivery.reached && <span class="visually-hidden">{say(wording.notYet)}</span>}
        </li>
      ))}
    </ol>
  );
}
