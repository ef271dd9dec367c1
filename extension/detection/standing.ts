/** How this frame stands on the screen, seen from inside it. */
import type { FrameStanding } from './snapshot.ts';

/** The share of this frame that the window shows, from 0 to 1, as the observer below saw it last. */
let shown = 1;

/**
 * Watches how much of this frame the window shows. An intersection observer with the implicit root reaches the top window
 * through frames of other origins too, which nothing else does.
 */
export function watchStanding(changed: () => void): void {
  new IntersectionObserver((entries) => {
    for (const { intersectionRatio } of entries) shown = intersectionRatio;
    changed();
  }).observe(document.documentElement);
}

export function frameStanding(): FrameStanding {
  const area = isShown() ? innerWidth * innerHeight : 0;
  const inside = document.activeElement;
  return { area, focused: document.hasFocus() && inside?.tagName !== 'IFRAME', frameAddress: location.href };
}

/** Whether the frames around this one show it, as far as they may be looked into; beyond that the observer decides. */
function isShown(): boolean {
  let inner: Window = window;
  while (inner !== inner.parent) {
    const frame = frameElementOf(inner);
    if (!frame) return shown > 0;
    if (!frameIsShown(frame)) return false;
    inner = inner.parent;
  }
  return true;
}

function frameElementOf(inner: Window): Element | null {
  try {
    return inner.frameElement;
  } catch {
    return null; // Another origin's.
  }
}

/** Whether a frame element takes space in its window and is neither hidden nor behind another frame. */
export function frameIsShown(frame: Element): boolean {
  const { left, top, right, bottom, width, height } = frame.getBoundingClientRect();
  const view = frame.ownerDocument.defaultView;
  if (!view || width * height === 0 || !isOpaque(frame)) return false;
  const [x, y] = [
    (Math.max(left, 0) + Math.min(right, view.innerWidth)) / 2,
    (Math.max(top, 0) + Math.min(bottom, view.innerHeight)) / 2,
  ];
  if (right <= 0 || bottom <= 0 || left >= view.innerWidth || top >= view.innerHeight) return false;
  const front = frame.ownerDocument.elementsFromPoint(x, y).find((element) => isFrame(element) && isOpaque(element));
  return !front || front === frame;
}

const isFrame = (element: Element) => /^I?FRAME$/.test(element.tagName);
const isOpaque = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
