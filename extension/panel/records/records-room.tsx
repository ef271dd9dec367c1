/** 我的记录: what is on this computer and what the server has, as one list. */
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { EmptyState, LoadingState } from '../../../shared/interface/states.tsx';
import { termOf } from '../server.ts';
import type { Surroundings } from '../surroundings.ts';
import { panelWording } from '../wording.ts';
import { mergeOwnRecords, type OwnRecord } from './own-records.ts';
import { useRecords } from './queries.ts';
import { RecordLine } from './record-line.tsx';
import { useRested } from './use-rested.ts';
import { recordsWording as wording } from './wording.ts';

interface RecordsRoomProps {
  readonly surroundings: Surroundings;
  readonly onOpen: (own: OwnRecord) => void;
}

export function RecordsRoom({ surroundings, onOpen }: RecordsRoomProps) {
  const [query, setQuery] = useState('');
  const records = useRecords(useRested(query), surroundings.signedIn);
  const summaries = records.data?.pages.flatMap((page) => page.items) ?? [];
  const complete = !surroundings.signedIn || records.isError || (records.isSuccess && !records.hasNextPage);
  const own = mergeOwnRecords(surroundings.notes, summaries, complete, query);
  return (
    <section class="records">
      <h1 class="visually-hidden">{say(wording.title)}</h1>
      <TextField
        label={say(wording.search)}
        labelHidden
        type="search"
        placeholder={say(wording.search)}
        value={query}
        onChange={setQuery}
      />
      {records.isError && (
        <Notice
          title={say(wording.onlyHere)}
          actions={<Button onClick={() => void records.refetch()}>{say(panelWording.retry)}</Button>}
        >
          {say(termOf(records.error))}
        </Notice>
      )}
      {!surroundings.signedIn && surroundings.accountId !== null && <p class="muted">{say(wording.needsSession)}</p>}
      <ul class="record-lines">
        {own.map((one) => (
          <RecordLine key={one.captureId} own={one} onOpen={() => onOpen(one)} />
        ))}
      </ul>
      {records.isLoading && <LoadingState />}
      {!records.isLoading && own.length === 0 && (
        <EmptyState title={query ? say(wording.nothingFound, { query }) : say(wording.empty)} />
      )}
      <footer class="records-end">
        <p class="muted" role="status">
          {own.length > 0 && say(complete ? wording.count : wording.shown, { count: own.length })}
        </p>
        {records.hasNextPage && (
          <Button busy={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
            {say(wording.more)}
          </Button>
        )}
      </footer>
    </section>
  );
}
