/** A list as a table, cards on a narrow screen; with its loading, error and empty states and its pager. */
import type { ComponentChildren, JSX } from 'preact';
import { say } from '../../../shared/interface/language.ts';
import { Pager } from '../../../shared/interface/pager.tsx';
import { ErrorState, LoadingState } from '../../../shared/interface/states.tsx';
import type { Term } from '../../../shared/vocabulary.ts';
import { problemOf } from '../api.ts';
import type { ListPage } from './use-pages.ts';

export interface Column<Item> {
  readonly heading: Term;
  readonly of: (item: Item) => ComponentChildren;
  /** `main` names the entry; `number` is set flush right; `moment` is not broken. */
  readonly kind?: 'main' | 'number' | 'moment';
}

interface ListViewProps<Item> {
  caption: string;
  columns: readonly Column<Item>[];
  list: ListPage<Item>;
  keyOf: (item: Item) => string;
  empty: ComponentChildren;
}

export function ListView<Item>({ caption, columns, list, keyOf, empty }: ListViewProps<Item>): JSX.Element {
  const { answer, items, page, onPrevious, onNext } = list;
  if (answer.isPending) return <LoadingState />;
  if (answer.isError) return <ErrorState problem={problemOf(answer.error)} onRetry={() => answer.refetch()} />;
  if (items.length === 0 && page === 1) return <div class="sheet">{empty}</div>;
  return (
    <div class="list" aria-busy={answer.isPlaceholderData}>
      <table class="table table-cards">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, kind }) => (
              <th key={heading.zh} scope="col" data-kind={kind}>
                {say(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map(({ heading, kind, of }) => (
                <td key={heading.zh} data-kind={kind} data-heading={say(heading)}>
                  {of(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} count={items.length} onPrevious={onPrevious} onNext={onNext} />
    </div>
  );
}
