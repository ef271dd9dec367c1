import { browser } from 'wxt/browser';

/** Firefox calls it a sidebar. */
interface SidebarAction {
  open(): Promise<void>;
}

/** Opens the panel beside the tab. Must be called in the tick of the click; where it fails, the note is kept all the same. */
export function openPanel(tab: { readonly windowId: number }): void {
  const sidebar = 'sidebarAction' in browser ? (browser.sidebarAction as SidebarAction | undefined) : undefined;
  const opened = sidebar ? sidebar.open() : browser.sidePanel.open({ windowId: tab.windowId });
  opened.catch(() => undefined);
}
