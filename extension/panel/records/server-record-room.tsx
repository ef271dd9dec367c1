/** A record that has no note on this computer: kept on another one, or tidied away here. */
import { useQuery } from '@tanstack/preact-query';
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { LoadingState } from '../../../shared/interface/states.tsx';
import type { RecordView } from '../../../shared/record/view.ts';
import { readRecordDraft, useRecordDesk } from '../completing/desk.ts';
import type { Draft } from '../completing/starting-draft.ts';
import { termOf } from '../server.ts';
import type { Surroundings } from '../surroundings.ts';
import { panelWording } from '../wording.ts';
import { useRecord } from './queries.ts';
import { RecordSheet } from './record-sheet.tsx';

interface ServerRecordRoomProps {
  readonly recordId: string;
  readonly surroundings: Surroundings;
}

export function ServerRecordRoom({ recordId, surroundings }: ServerRecordRoomProps) {
  const record = useRecord(recordId, surroundings.signedIn);
  if (record.data) return <WithDraft key={recordId} record={record.data} surroundings={surroundings} />;
  if (!record.isError) return <LoadingState />;
  const again = <Button onClick={() => void record.refetch()}>{say(panelWording.retry)}</Button>;
  return <Notice tone="danger" title={say(termOf(record.error))} actions={again} />;
}

function WithDraft({ record, surroundings }: { readonly record: RecordView; readonly surroundings: Surroundings }) {
  const draft = useQuery({
    queryKey: ['record-draft', record.id],
    queryFn: () => readRecordDraft(record),
    networkMode: 'always',
    gcTime: 0,
  });
  if (!draft.data) return <LoadingState />;
  return <AtDesk record={record} kept={draft.data} surroundings={surroundings} />;
}

function AtDesk(props: { readonly record: RecordView; readonly kept: Draft; readonly surroundings: Surroundings }) {
  const { record, kept, surroundings } = props;
  const desk = useRecordDesk(record, kept);
  return (
    <RecordSheet
      capture={record.capture}
      note={null}
      record={record}
      desk={desk}
      surroundings={surroundings}
      newest={false}
    />
  );
}
