import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { keepClick } from '../capture/click.ts';
import { undoTime } from '../capture/note-of.ts';
import { installDetector, watchAccess } from '../detection/installation.ts';
import { watchTabs } from '../detection/recognition.ts';
import { scheduleSending, sendAt } from '../outbox/schedule.ts';

export default defineBackground(() => {
  browser.action.onClicked.addListener((tab) => {
    void keepClick(tab);
    sendAt(Date.now() + undoTime);
  });
  browser.runtime.onInstalled.addListener(() => void installDetector());
  browser.runtime.onStartup.addListener(() => void installDetector());
  watchAccess();
  watchTabs();
  scheduleSending();
});
