/**
 * A list that is read page by page. The filters stand in the address and the trail of cursors in the entry of the
 * browser's history, so that going back from an entry finds the list where it was left.
 */
import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useSearch } from 'wouter-preact';
import { navigate, useHistoryState } from 'wouter-preact/use-browser-location';
import { address, call } from '../api.ts';

/** A list as it stands on the page that is shown. */
export interface ListPage<Item> {
  answer: {
    isPending: boolean;
    isError: boolean;
    error: unknown;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  items: readonly Item[];
  /** Counted from 1. */
  page: number;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

interface Answer<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The filters in the address, and a way to change one: that leads to the first page. */
export function useFilters(): [filters: Record<string, string>, change: (name: string, value: string) => void] {
  const search = useSearch();
  const filters = Object.fromEntries(new URLSearchParams(search));
  const change = (name: string, value: string) =>
    navigate(
      address(window.location.pathname, {
        ...Object.fromEntries(new URLSearchParams(window.location.search)),
        [name]: value,
      }),
      {
        replace: true,
      },
    );
  return [filters, change];
}

/**
 * Reads a list.
 * @param path the route, which takes `cursor` and `limit` and answers `{ items, nextCursor }`
 * @param query further parameters
 * @param key what its answers are kept under, beginning with the feature's word
 */
export function usePages<Item>(path: string, query: Record<string, string | undefined>, key: string): ListPage<Item> {
  const state = useHistoryState<{ trail?: string[] } | null>();
  const trail = state?.trail ?? [];
  const cursor = trail.at(-1);
  const answer = useQuery({
    queryKey: [key, 'list', query, cursor],
    queryFn: ({ signal }) => call<Answer<Item>>(address(path, { ...query, cursor, limit: 30 }), { signal }),
    placeholderData: keepPreviousData,
  });
  const follow = (next: string[]) =>
    navigate(window.location.pathname + window.location.search, { replace: true, state: { trail: next } });
  const nextCursor = answer.data?.nextCursor;
  return {
    answer,
    items: answer.data?.items ?? [],
    page: trail.length + 1,
    onPrevious: trail.length > 0 ? () => follow(trail.slice(0, -1)) : null,
    onNext: nextCursor ? () => follow([...trail, nextCursor]) : null,
  };
}
