/** Accepting a record: into a new matter, or into one that is not yet referred. */
import { useState } from 'preact/hooks';
import { RadioChips } from '../../../shared/interface/chips.tsx';
import { say } from '../../../shared/interface/language.ts';
import { MatterStateTag } from '../../../shared/interface/tag.tsx';
import { Typeahead } from '../../../shared/interface/typeahead.tsx';
import type { MatterSummary } from '../../../shared/matter/view.ts';
import type { RecordView } from '../../../shared/record/view.ts';
import { address, call } from '../api.ts';
import { StepDialog } from '../frame/step-dialog.tsx';
import { recordWording as wording } from '../wording/records.ts';
import { useRecordStep } from './use-record.ts';

const ways = { new: wording.acceptNew, join: wording.acceptJoin };

/** States in which a matter still takes in another record. */
const joinable = ['opened', 'screened'] as const;

async function findJoinable(q: string, signal: AbortSignal): Promise<MatterSummary[]> {
  const pages = await Promise.all(
    joinable.map((state) =>
      call<{ items: MatterSummary[] }>(address('/api/matters', { q, state, limit: 10 }), { signal }),
    ),
  );
  return pages.flatMap(({ items }) => items);
}

const nameOf = ({ caseNumbers, actorNames }: MatterSummary) => [...actorNames, ...caseNumbers].join(' ');

export function AcceptDialog({ record, onClose }: { record: RecordView; onClose: () => void }) {
  const taking = useRecordStep(record.id);
  const [way, setWay] = useState<keyof typeof ways>('new');
  const [text, setText] = useState('');
  const [matter, setMatter] = useState<MatterSummary | null>(null);
  const [missing, setMissing] = useState(false);
  const accept = () => {
    if (way === 'join' && !matter) return setMissing(true);
    const matterId = way === 'join' && matter ? matter.id : null;
    taking.mutate({ type: 'accepted', matterId }, { onSuccess: onClose });
  };
  return (
    <StepDialog
      title={say(wording.acceptTitle)}
      confirm={say(wording.confirmAccept)}
      taking={taking}
      onConfirm={accept}
      onClose={onClose}
    >
      <RadioChips
        legend={say(wording.acceptInto)}
        options={ways}
        hint={say(wording.acceptJoinHint)}
        value={way}
        onChange={setWay}
      />
      {way === 'join' && (
        <>
          <Typeahead
            label={say(wording.joinSearch)}
            placeholder={say(wording.joinSearchPlaceholder)}
            error={missing && !matter ? say(wording.joinChoose) : undefined}
            text={text}
            onText={(typed) => {
              setText(typed);
              setMatter(null);
            }}
            search={findJoinable}
            optionKey={({ id }) => id}
            showOption={(option) => (
              <>
                {option.actorNames.join('、')} <MatterStateTag state={option.state} />
                <small>{option.caseNumbers.join(' ')}</small>
              </>
            )}
            onChoose={(option) => {
              setMatter(option);
              setText(nameOf(option));
            }}
          />
          {matter && (
            <p>
              {say(wording.joinChosen)}：<strong>{nameOf(matter)}</strong>
            </p>
          )}
        </>
      )}
    </StepDialog>
  );
}
