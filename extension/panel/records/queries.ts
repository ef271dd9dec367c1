/** One's own records on the server, as queries. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RecordSummary, RecordView } from '../../../shared/record/view.ts';
import { askServer, postToServer } from '../server.ts';
import { asStored } from './as-stored.ts';

interface Page {
  readonly items: readonly RecordSummary[];
  readonly nextCursor: string | null;
}

const linesPerPage = '20';

/**
 * The list, page after page.
 * @param enabled whether there is a session to read with.
 */
export function useRecords(query: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['records', asStored(query)],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: linesPerPage });
      if (query.trim()) search.set('q', asStored(query));
      if (pageParam) search.set('cursor', pageParam);
      return askServer<Page>(`/api/records?${search}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  });
}

/**
 * One record with its history.
 * @param submission how the note's submission stands: when that changes, what was read before is no longer true.
 */
export function useRecord(recordId: string | undefined, enabled: boolean, submission = 'none') {
  const queries = useQueryClient();
  const before = useRef(submission);
  useLayoutEffect(() => {
    if (before.current === submission) return;
    before.current = submission;
    void queries.resetQueries({ queryKey: ['record', recordId] });
  }, [queries, recordId, submission]);
  return useQuery({
    queryKey: ['record', recordId],
    queryFn: ({ signal }) => askServer<RecordView>(`/api/records/${recordId}`, { signal }),
    enabled: enabled && recordId !== undefined,
  });
}

/** Withdraws a record with a reason. */
export function useWithdrawal(recordId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      postToServer<RecordView>(`/api/records/${recordId}/events`, { type: 'withdrawn', reason }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['record', recordId] }),
        queries.invalidateQueries({ queryKey: ['records'] }),
      ]),
  });
}
