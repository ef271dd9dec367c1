/** The side sheet of one official in one year. */
import type { ComponentChildren } from 'preact';
import { Dialog } from '../../../shared/interface/dialog.tsx';
import { say } from '../../../shared/interface/language.ts';
import { organKinds } from '../../../shared/vocabulary.ts';
import { Facts } from '../frame/facts.tsx';
import { feedWording as wording } from '../wording/feeds.ts';
import type { FeedSubject } from './order.ts';
import { ReleasedMatters } from './released-matters.tsx';

interface OfficialSheetProps {
  row: FeedSubject;
  onClose: () => void;
  children?: ComponentChildren;
}

export function OfficialSheet({ row, onClose, children }: OfficialSheetProps) {
  return (
    <Dialog side title={row.name} onClose={onClose}>
      <Facts
        facts={[
          [wording.organ, row.organ, 'wide'],
          [wording.post, row.post],
          [wording.rank, row.rank],
          [wording.organKind, say(organKinds[row.organKind])],
          [wording.managingCommittee, row.managingCommittee],
        ]}
      />
      {children}
      <section class="stack-small">
        <h3>{say(wording.mattersOf, { year: row.year })}</h3>
        <ReleasedMatters matters={row.matters} />
      </section>
    </Dialog>
  );
}
