import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { snapshotNow, watchFrame } from '../detection/watching.ts';

declare global {
  /** Set in a frame that is being watched, so that a second injection only reads. */
  var liuhenWatches: boolean | undefined;
}

/** Runs in every frame of a case system; its value is what the frame shows now. */
export default defineUnlistedScript(() => {
  if (!globalThis.liuhenWatches) {
    globalThis.liuhenWatches = true;
    watchFrame();
  }
  return snapshotNow();
});
