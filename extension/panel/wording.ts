/** Sentences of the panel's frame: rooms, language, what stands everywhere. */
import type { Term } from '../../shared/vocabulary.ts';

export const panelWording = {
  product: { zh: '留痕', en: 'Liuhen' },
  noteRoom: { zh: '最近留痕', en: 'Latest note' },
  recordsRoom: { zh: '我的记录', en: 'My records' },
  rooms: { zh: '面板栏目', en: 'Rooms of the panel' },
  connected: { zh: '已连接', en: 'Connected' },
  notConnected: { zh: '未连接', en: 'Not connected' },
  offline: {
    zh: '网络已断开，留痕不受影响；恢复后自动送达',
    en: 'No network: notes are kept and go out by themselves later',
  },
  signInAgain: { zh: '重新登录', en: 'Sign in again' },
  sessionExpired: {
    zh: '查阅登录已过期，留痕不受影响',
    en: 'Your reading session has ended; notes are still kept and sent',
  },
  back: { zh: '返回', en: 'Back' },
  retry: { zh: '重试', en: 'Try again' },
  failedToRead: {
    zh: '未能读取，请稍后重试；本机内容不受影响',
    en: 'Could not be read: try again; nothing here is lost',
  },
  otherLanguage: { zh: 'English', en: '中文' },
  notKept: { zh: '本次点击未能保存', en: 'This click could not be kept' },
  notKeptWhy: {
    zh: '本机存储不可用，请检查磁盘空间后再点一次；此前的留痕不受影响。',
    en: 'The storage of this computer cannot be used: check the disk space and click again. Earlier notes are safe.',
  },
  unreadable: {
    zh: '本机存储暂时无法读取。已留痕的内容不会因此丢失，请关闭面板后重新打开',
    en: 'The storage of this computer cannot be read just now. Nothing kept is lost: close the panel and open it again',
  },
} as const satisfies Record<string, Term>;
