/** When a frame looks again: after changes of its document, of its inner frames and of its standing, once it is quiet. */
import { browser } from 'wxt/browser';
import { readPage } from './reading.ts';
import { changedMessage, type FrameSnapshot } from './snapshot.ts';
import { frameIsShown, frameStanding, watchStanding } from './standing.ts';

/** Milliseconds of quiet before looking, and the longest that a restless page can put it off. */
const quiet = 120;
const longest = 600;

/** What this frame shows at this moment. */
export function snapshotNow(): FrameSnapshot {
  return { ...readPage(document.body ?? document.documentElement), ...frameStanding() };
}

/** Starts looking and telling the background of every change, until the extension is gone from this page. */
export function watchFrame(): void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;

  const look = () => {
    timer = undefined;
    if (!browser.runtime?.id) return stop();
    if (document.hidden) return;
    const innerFrames = [...document.querySelectorAll('iframe,frame')].map(frameIsShown);
    const shown = JSON.stringify([snapshotNow(), innerFrames]);
    if (shown !== told) browser.runtime.sendMessage(changedMessage).catch(() => undefined);
    told = shown;
  };

  const lookSoon = () => {
    const now = Date.now();
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    timer = setTimeout(() => requestIdle(look), Math.max(0, Math.min(quiet, waitingSince + longest - now)));
  };

  const observer = new MutationObserver(lookSoon);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const event of events) removeEventListener(event, lookSoon, true);
  };
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'aria-hidden', 'aria-selected', 'src'],
  });
  for (const event of events) addEventListener(event, lookSoon, true);
  watchStanding(lookSoon);
  look();
}

const events = [
  'resize',
  'focus',
  'blur',
  'popstate',
  'hashchange',
  'pageshow',
  'visibilitychange',
  'change',
  'transitionend',
];

const requestIdle = (look: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(look, { timeout: 300 }) : look();
