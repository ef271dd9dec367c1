/** One record in the list: case, when, who, and how it stands. */
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { Tag } from '../../../shared/interface/tag.tsx';
import type { OwnRecord } from './own-records.ts';
import { tagOf } from './tag.ts';
import { recordsWording as wording } from './wording.ts';

interface RecordLineProps {
  readonly own: OwnRecord;
  readonly onOpen: () => void;
}

export function RecordLine({ own, onOpen }: RecordLineProps) {
  const { term, tone } = tagOf(own);
  return (
    <li>
      <button type="button" class="record-line" onClick={onOpen}>
        <span class="record-line-case">{caseWords(own.caseNumbers)}</span>
        <Tag tone={tone}>{say(term)}</Tag>
        {own.caseTitle && <span class="record-line-title">{own.caseTitle}</span>}
        <span class="record-line-when muted">
          {formatDate(own.capturedAt)}
          {own.actorName && ` · ${own.actorName}`}
        </span>
      </button>
    </li>
  );
}

function caseWords([first, ...others]: readonly string[]): string {
  if (first === undefined) return say(wording.noNumber);
  return others.length > 0 ? say(wording.undecided) : first;
}
