/** Nothing kept yet: how the first click goes. */
import { useQuery } from '@tanstack/preact-query';
import { browser } from 'wxt/browser';
import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import { panelWording } from '../wording.ts';
import { noteWording as wording } from './wording.ts';

export function EmptyNoteRoom() {
  const commands = useQuery({
    queryKey: ['commands'],
    queryFn: () => browser.commands.getAll(),
    networkMode: 'always',
  });
  const keys = commands.data?.find(({ name }) => name === '_execute_action')?.shortcut;
  return (
    <>
      <h1 class="visually-hidden">{say(panelWording.noteRoom)}</h1>
      <EmptyState title={say(wording.emptyTitle)}>
        <p>{say(wording.emptyWay)}</p>
        {keys && <p>{say(wording.emptyShortcut, { keys })}</p>}
      </EmptyState>
    </>
  );
}
