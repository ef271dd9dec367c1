/** Words of signing in, connecting an extension, connected browsers, the reading log and accounts. */
import type { Term } from '../../../shared/vocabulary.ts';

export const signInWording = {
  title: { zh: '登录', en: 'Sign in' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
  wrong: { zh: '用户名或密码不正确', en: 'The user name or the password is not right' },
  wrongAdvice: {
    zh: '请核对后重试；忘记密码的，请联系本单位管理员。',
    en: 'Check them and try again; if the password is forgotten, ask your administrator.',
  },
  missing: { zh: '请填写此项', en: 'Fill this in' },
  hint: {
    zh: '账号由管理员开设，不开放注册。演示环境的账号和密码在服务器启动时显示。',
    en: 'Accounts are made by the administrator. Those of a demonstration are printed when the server starts.',
  },
  forDevice: { zh: '登录后继续连接浏览器扩展', en: 'Sign in to go on connecting the extension' },
} as const satisfies Record<string, Term>;

export const deviceWording = {
  title: { zh: '连接浏览器扩展', en: 'Connect the extension' },
  code: { zh: '连接码', en: 'Code' },
  codeHint: { zh: '显示在浏览器侧边栏中', en: 'It is shown in the side panel of the browser' },
  goOn: { zh: '继续', en: 'Go on' },
  compareCode: {
    zh: '请核对：侧边栏显示的连接码与此处一致。',
    en: 'Compare: the side panel must show the same code.',
  },
  account: { zh: '连接账号', en: 'Account' },
  fingerprint: { zh: '服务器公钥指纹', en: "Fingerprint of the server's key" },
  fingerprintHint: {
    zh: '请与侧边栏显示的指纹逐组比对，完全一致再批准。',
    en: 'Compare it group by group with the one in the side panel, and approve only if they are the same.',
  },
  mayTitle: { zh: '批准后，该浏览器可以', en: 'Once approved, this browser may' },
  mayWrite: {
    zh: '随时写入您本人的留痕（使用单独的凭据，只能写入，不能读取）',
    en: 'write your captures at any time, by a credential of its own that can write and nothing else',
  },
  mayRead: {
    zh: '在登录有效期内查看、补充和报送您本人的记录',
    en: 'show, complete and submit your own records while the session lasts',
  },
  mayRevoke: {
    zh: '您可以随时在“已连接的浏览器”中吊销',
    en: 'be revoked by you at any time under Connected browsers',
  },
  approve: { zh: '批准', en: 'Approve' },
  deny: { zh: '拒绝', en: 'Deny' },
  approved: { zh: '已批准连接', en: 'Approved' },
  approvedAdvice: {
    zh: '请回到浏览器侧边栏，连接会自动完成。本页可以关闭。',
    en: 'Go back to the side panel: the connection completes by itself. You may close this page.',
  },
  denied: { zh: '已拒绝连接', en: 'Denied' },
  deniedAdvice: {
    zh: '该浏览器未获得任何权限。如连接码并非由您发起，请告知管理员。',
    en: 'The browser was given nothing. If you did not ask for this code, tell your administrator.',
  },
  unknown: { zh: '连接码无效或已过期', en: 'The code is unknown or has expired' },
  unknownAdvice: {
    zh: '请在侧边栏重新点击“连接服务器”，再打开新的连接页面。',
    en: 'Press connect in the side panel again and open the new page.',
  },
  settled: { zh: '该连接码已处理', en: 'This code was answered already' },
  wrongRole: { zh: '只有记录人账号可以连接浏览器扩展', en: 'Only a recorder connects an extension' },
  wrongRoleAdvice: { zh: '请退出后以记录人账号登录。', en: 'Sign out and sign in as a recorder.' },
} as const satisfies Record<string, Term>;

export const browserWording = {
  title: { zh: '已连接的浏览器', en: 'Connected browsers' },
  lead: {
    zh: '每个浏览器各有一份留痕凭据，只能写入留痕。设备遗失或不再使用时请吊销。',
    en: 'Each browser has a credential that can write captures and nothing else. Revoke it when the computer is lost or given up.',
  },
  label: { zh: '浏览器', en: 'Browser' },
  unnamed: { zh: '未命名的浏览器', en: 'Unnamed browser' },
  issuedAt: { zh: '连接时间', en: 'Connected' },
  state: { zh: '状态', en: 'State' },
  valid: { zh: '有效', en: 'Valid' },
  revoked: { zh: '已吊销', en: 'Revoked' },
  revokedAt: { zh: '吊销时间', en: 'Revoked' },
  step: { zh: '操作', en: 'Action' },
  revoke: { zh: '吊销', en: 'Revoke' },
  revokeTitle: { zh: '吊销留痕凭据', en: 'Revoke the credential' },
  revokeQuestion: {
    zh: '吊销后，该浏览器不能再发送留痕，须重新连接；其本机尚未发送的内容不会丢失。',
    en: 'The browser can send no more captures until it is connected again; nothing that it has kept is lost.',
  },
  revokeConfirm: { zh: '确认吊销', en: 'Revoke' },
  empty: { zh: '尚未连接任何浏览器', en: 'No browser is connected' },
  emptyAdvice: {
    zh: '安装扩展后，在侧边栏点击“连接服务器”',
    en: 'Install the extension and press connect in its side panel',
  },
} as const satisfies Record<string, Term>;

export const readingLogWording = {
  title: { zh: '查看日志', en: 'Reading log' },
  lead: {
    zh: '每人每小时查看同一内容记一条；查看本人记录不记入。',
    en: 'One line for each viewer, subject and hour; reading of own records is not logged.',
  },
  hour: { zh: '时间（小时）', en: 'Hour' },
  viewer: { zh: '查看人', en: 'Viewer' },
  role: { zh: '角色', en: 'Role' },
  subject: { zh: '查看内容', en: 'What' },
  subjectId: { zh: '编号', en: 'Id' },
  institution: { zh: '所属机关', en: 'Institution' },
  record: { zh: '记录', en: 'Record' },
  matter: { zh: '事项', en: 'Matter' },
  evidence: { zh: '证据材料', en: 'Evidence' },
  empty: { zh: '尚无查看日志', en: 'Nothing was read yet' },
} as const satisfies Record<string, Term>;

export const accountWording = {
  title: { zh: '账号', en: 'Accounts' },
  lead: {
    zh: '新增、停用账号，重置密码或动态验证码，请使用命令行：npx liuhen account --help',
    en: 'Add and close accounts, reset passwords and second factors on the command line: npx liuhen account --help',
  },
  search: { zh: '用户名、姓名或机关', en: 'User name, name or institution' },
  username: { zh: '用户名', en: 'User name' },
  name: { zh: '姓名', en: 'Name' },
  role: { zh: '角色', en: 'Role' },
  institution: { zh: '所属机关', en: 'Institution' },
  empty: { zh: '没有符合条件的账号', en: 'No account matches' },
} as const satisfies Record<string, Term>;
