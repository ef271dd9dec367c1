/** Sentences of the connection to the server. */
import type { Term } from '../../../shared/vocabulary.ts';

export const connectingWording = {
  title: { zh: '连接服务器', en: 'Connect to the server' },
  why: {
    zh: '连接一次，之后每次留痕自动送达本单位服务器。未连接时，留痕保存在本机。',
    en: 'Connect once; every note then goes to your institution by itself. Until then notes stay on this computer.',
  },
  address: { zh: '服务器地址', en: 'Address of the server' },
  start: { zh: '连接', en: 'Connect' },
  asking: { zh: '正在联系服务器', en: 'Reaching the server' },
  approveTitle: { zh: '请在打开的页面中确认', en: 'Approve it in the page that opened' },
  approveWhy: {
    zh: '登录后核对连接码与密钥指纹，两处一致再批准。',
    en: 'Sign in and compare code and fingerprint; approve only when both are the same.',
  },
  code: { zh: '连接码', en: 'Code' },
  fingerprint: { zh: '密钥指纹', en: 'Key fingerprint' },
  openPage: { zh: '重新打开确认页面', en: 'Open the page again' },
  waiting: { zh: '正在等待确认', en: 'Waiting for the approval' },
  cancel: { zh: '取消', en: 'Cancel' },
  grantTitle: { zh: '还差一步', en: 'One more step' },
  grantWhy: {
    zh: '允许扩展识别下列案件系统中的案号。只读取案件页面，不访问其他网站。',
    en: 'Let the extension recognise case numbers in these case systems. It reads no other site.',
  },
  grant: { zh: '允许访问案件系统', en: 'Allow the case systems' },
  refused: {
    zh: '尚未允许，案号识别暂不可用，可随时再次允许',
    en: 'Not allowed yet: case numbers are not recognised. You may allow it any time',
  },
  connectedTitle: { zh: '已连接', en: 'Connected' },
  connectedWhy: { zh: '可以开始留痕', en: 'Ready' },
  server: { zh: '服务器', en: 'Server' },
  account: { zh: '记录人', en: 'Recorder' },
  institution: { zh: '所在单位', en: 'Institution' },
  caseSystems: { zh: '案件系统', en: 'Case systems' },
  disconnect: { zh: '断开连接', en: 'Disconnect' },
  disconnectWhy: {
    zh: '断开后，新的留痕只保存在本机；已有内容不会丢失，再次连接后自动送达。',
    en: 'New notes will stay on this computer; nothing is lost, and they go out once connected again.',
  },
  again: { zh: '重新连接', en: 'Connect again' },
} as const satisfies Record<string, Term>;
