/** What one click kept, as facts. */
import { formatDate } from '../../../shared/interface/format.ts';
import type { RecordView } from '../../../shared/record/view.ts';
import { Facts } from '../frame/facts.tsx';
import { recordWording as wording } from '../wording/records.ts';

export function CaptureFacts({ record }: { record: RecordView }) {
  const { capture } = record;
  return (
    <Facts
      facts={[
        [wording.caseTitle, capture.caseTitle, 'wide'],
        [wording.cause, capture.cause],
        [wording.procedure, capture.stage],
        [wording.handlingJudge, capture.handlingJudge],
        [wording.parties, capture.parties, 'wide'],
        [wording.capturedAt, formatDate(capture.capturedAt)],
        [wording.receivedAt, formatDate(record.receivedAt)],
        [wording.pageTitle, capture.pageTitle, 'wide'],
        [wording.pageAddress, <span class="web-address">{capture.pageAddress}</span>, 'wide'],
        [
          wording.frameAddress,
          capture.frameAddress !== capture.pageAddress && capture.frameAddress && (
            <span class="web-address">{capture.frameAddress}</span>
          ),
          'wide',
        ],
      ]}
    />
  );
}
