/** A year of a feed, whole: HR sorts and filters it in the page, without asking the server again. */
import { useQuery } from '@tanstack/preact-query';
import { address, call, problemOf } from '../api.ts';

interface FeedPage<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** As many rows as the server gives at once. */
const limit = 1000;

async function readWhole<Row>(feed: string, year: number, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page: FeedPage<Row> = await call(address(`/feeds/${feed}.json`, { year, limit, cursor }), { signal });
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}

/** @param feed the last part of the feed's address */
export function useFeed<Row>(feed: string, year: number) {
  return useQuery({
    queryKey: ['feeds', feed, year],
    queryFn: ({ signal }) =>
      readWhole<Row>(feed, year, signal).catch((error) => {
        // A release between two pages changes the feed: from the first page it is whole again.
        if (problemOf(error)?.type.endsWith('feed-changed')) return readWhole<Row>(feed, year, signal);
        throw error;
      }),
  });
}
