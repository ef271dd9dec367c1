/** The orders of a feed's rows, and the place of a row in each. */
import type { FeedSort } from '../../shared/feeds/query.ts';
import { compareTexts, type DirectoryOrder } from '../directory/order.ts';
import type { OfficialRow } from '../directory/stored-officials.ts';
import type { Place, PlaceKeys } from './cursor.ts';

interface FeedOrder {
  /** The order of the directory within it. */
  readonly directory: DirectoryOrder;
  /** Key by key; counts go from many to few, texts by their code points. The last is the id: every row has a place of its own. */
  readonly placeOf: (official: OfficialRow, released: number) => Place;
  readonly keys: PlaceKeys;
}

export const orders: Record<FeedSort, FeedOrder> = {
  released: {
    directory: 'pinyin',
    placeOf: ({ pinyin, id }, released) => [released, pinyin, id],
    keys: ['number', 'string', 'string'],
  },
  name: { directory: 'pinyin', placeOf: ({ pinyin, id }) => [pinyin, id], keys: ['string', 'string'] },
  organ: {
    directory: 'organ',
    placeOf: ({ organ, pinyin, id }) => [organ, pinyin, id],
    keys: ['string', 'string', 'string'],
  },
};

/** Compares two places of one order; negative where the first comes first. */
export function comparePlaces(first: Place, second: Place): number {
  for (const [at, one] of first.entries()) {
    const other = second[at];
    const difference =
      typeof one === 'number' || typeof other === 'number'
        ? Number(other) - Number(one)
        : compareTexts(one, other ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}
