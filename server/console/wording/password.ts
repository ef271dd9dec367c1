/** Words of the page on which an account changes its password. */
import type { Term } from '../../../shared/vocabulary.ts';

export const passwordWording = {
  title: { zh: '修改密码', en: 'Change the password' },
  current: { zh: '当前密码', en: 'Present password' },
  next: { zh: '新密码', en: 'New password' },
  nextHint: {
    zh: '至少 12 个字符，种类不限；一句只有自己知道的话最好。',
    en: 'At least 12 characters of any kind; a sentence that only you know is best.',
  },
  again: { zh: '再次输入新密码', en: 'New password again' },
  missing: { zh: '请填写此项', en: 'Fill this in' },
  short: { zh: '新密码至少 12 个字符', en: 'A new password has at least 12 characters' },
  long: { zh: '新密码最多 128 个字符', en: 'A new password has at most 128 characters' },
  common: {
    zh: '新密码过于常见，或包含姓名、用户名，请更换',
    en: 'This password is too common or holds your name: choose another',
  },
  differs: { zh: '两次输入的新密码不一致', en: 'The two new passwords differ' },
  change: { zh: '修改密码', en: 'Change the password' },
  changed: { zh: '密码已修改', en: 'The password is changed' },
  changedAdvice: {
    zh: '本账号在其他设备上的登录均已退出；已连接的浏览器仍可继续留痕，重新连接后可查看记录。',
    en: 'Every other session of this account has ended. Connected browsers still capture; connect them again to read records.',
  },
} as const satisfies Record<string, Term>;
