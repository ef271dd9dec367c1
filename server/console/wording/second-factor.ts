/** Words of the second factor: setting it up, and answering for it at sign-in. */
import type { Term } from '../../../shared/vocabulary.ts';

export const challengeWording = {
  title: { zh: '动态验证码', en: 'Code of your authenticator app' },
  lead: {
    zh: '密码正确。请输入验证器应用当前显示的 6 位数字。',
    en: 'The password is right. Enter the six digits that your authenticator app shows now.',
  },
  code: { zh: '验证码', en: 'Code' },
  codeMissing: { zh: '请输入 6 位数字', en: 'Enter six digits' },
  backupLead: {
    zh: '请输入绑定时保存的任一备用码。每个备用码只能使用一次。',
    en: 'Enter one of the backup codes that you saved. Each is good once.',
  },
  backupCode: { zh: '备用码', en: 'Backup code' },
  backupMissing: { zh: '请填写备用码', en: 'Enter a backup code' },
  confirm: { zh: '确认登录', en: 'Sign in' },
  useBackup: { zh: '无法使用验证器？改用备用码', en: 'No authenticator at hand? Use a backup code' },
  useCode: { zh: '改用验证码', en: 'Use a code of the app' },
  back: { zh: '返回', en: 'Back' },
  lost: {
    zh: '设备和备用码均已丢失的，请联系本单位管理员重置。',
    en: 'If device and backup codes are lost, ask your administrator for a reset.',
  },
  backupRefused: {
    zh: '备用码不正确或已使用过，请核对后重试',
    en: 'This backup code is not right or was used already: compare it and try again',
  },
} as const satisfies Record<string, Term>;

export const enrolWording = {
  title: { zh: '绑定动态验证码', en: 'Set up an authenticator app' },
  why: {
    zh: '本岗位可以查看他人记录。为防止密码泄露后被冒用，登录时除密码外，还须输入手机验证器应用显示的 6 位数字。',
    en: 'Your role sees what others recorded. So that a password that has leaked is of no use, signing in also asks for the six digits that an authenticator app on your phone shows.',
  },
  step: { zh: '第 {step} 步，共 3 步', en: 'Step {step} of 3' },
  passwordStep: { zh: '确认是您本人', en: 'Confirm that it is you' },
  password: { zh: '密码', en: 'Password' },
  passwordHint: { zh: '即刚才登录时使用的密码', en: 'The one you have just signed in with' },
  missing: { zh: '请填写此项', en: 'Fill this in' },
  begin: { zh: '开始绑定', en: 'Begin' },
  backupStep: { zh: '保存备用码', en: 'Save the backup codes' },
  backupLead: {
    zh: '手机丢失或更换时，可凭备用码登录，每个只能使用一次。备用码只显示这一次，请抄写或保存为文件，妥善保管。',
    en: 'When the phone is lost or replaced, a backup code lets you in; each is good once. They are shown this once: write them down or save the file, and keep it safe.',
  },
  save: { zh: '保存为文件', en: 'Save as a file' },
  fileName: { zh: '留痕备用码.txt', en: 'liuhen-backup-codes.txt' },
  saved: { zh: '我已妥善保存', en: 'I have saved them' },
  scanStep: { zh: '绑定验证器', en: 'Connect the app' },
  scanLead: {
    zh: '在手机上打开验证器应用（支持 TOTP 标准的均可），扫描二维码；不便扫描的，可手工输入密钥。',
    en: 'Open an authenticator app on your phone (any that follows the TOTP standard) and scan the QR code, or type the key.',
  },
  qrCode: { zh: '绑定用二维码', en: 'QR code of the key' },
  key: { zh: '密钥', en: 'Key' },
  code: { zh: '应用显示的 6 位数字', en: 'The six digits that the app shows' },
  codeMissing: { zh: '请输入 6 位数字', en: 'Enter six digits' },
  confirm: { zh: '完成绑定', en: 'Finish' },
  signOut: { zh: '暂不绑定，退出登录', en: 'Not now: sign out' },
} as const satisfies Record<string, Term>;
