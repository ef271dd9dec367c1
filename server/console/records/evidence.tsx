/** The evidence of a record: pictures, each with the seal by which it can be checked. */
import { useState } from 'preact/hooks';
import { Dialog } from '../../../shared/interface/dialog.tsx';
import { say } from '../../../shared/interface/language.ts';
import type { Details } from '../../../shared/record/details.ts';
import { recordWording as wording } from '../wording/records.ts';

export function Evidence({ recordId, evidence }: { recordId: string; evidence: Details['evidence'] }) {
  const [enlarged, setEnlarged] = useState<string | null>(null);
  if (evidence.length === 0) return <p class="muted">{say(wording.noEvidence)}</p>;
  const addressOf = (evidenceId: string) => `/api/records/${recordId}/evidence/${evidenceId}`;
  return (
    <ul class="evidence">
      {evidence.map(({ evidenceId, sha256 }) => (
        <li key={evidenceId}>
          <button type="button" class="evidence-picture" onClick={() => setEnlarged(evidenceId)}>
            <img src={addressOf(evidenceId)} alt={say(wording.evidenceAlt)} loading="lazy" />
            <span class="visually-hidden">{say(wording.evidenceOpen)}</span>
          </button>
          <div class="evidence-seal">
            <span class="muted">{say(wording.evidenceSeal)}</span>
            <code>{sha256}</code>
            <a href={addressOf(evidenceId)} download>
              {say(wording.evidenceDownload)}
            </a>
          </div>
        </li>
      ))}
      {enlarged && (
        <Dialog wide title={say(wording.evidenceAlt)} onClose={() => setEnlarged(null)}>
          <img class="evidence-enlarged" src={addressOf(enlarged)} alt={say(wording.evidenceAlt)} />
        </Dialog>
      )}
    </ul>
  );
}
