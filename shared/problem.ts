/** Errors as RFC 9457 problem details, with a Chinese and an English message that say what to do next. */
import { z } from 'zod';

export const problemSchema = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string().describe('Chinese, as shown to users'),
  titleEn: z.string(),
  detail: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export type Problem = z.output<typeof problemSchema>;

/** Every expected error: its code is the last part of the problem's `type`. */
export const problems = {
  'invalid-input': {
    status: 400,
    zh: '填写的内容有误，请按提示修改后再提交',
    en: 'Some of the input is not valid: correct the fields named and send it again',
  },
  'sign-in-required': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'credential-revoked': {
    status: 401,
    zh: '留痕凭据已失效，请在侧边栏重新连接服务器；本机内容不会丢失',
    en: 'The capture credential is no longer valid: connect again in the panel; nothing kept on this computer is lost',
  },
  'not-found': { status: 404, zh: '没有找到所请求的内容', en: 'There is nothing here' },
  'capture-differs': {
    status: 409,
    zh: '同一留痕编号已保存了不同的内容，原内容保持不变',
    en: 'Another capture has this id already; it stays as it is',
  },
  'step-not-possible': {
    status: 409,
    zh: '当前状态不能进行此操作，请刷新后查看最新状态',
    en: 'This step is not possible in the present state: reload and look again',
  },
  'version-differs': {
    status: 409,
    zh: '该事项已有新的处理，请刷新后再操作',
    en: 'Somebody has acted on this meanwhile: reload and look again',
  },
  'seal-differs': {
    status: 422,
    zh: '上传的文件与留痕时的校验值不一致，请重新上传',
    en: 'The file does not match the hash sealed at the click: send it again',
  },
  'feed-changed': {
    status: 409,
    zh: '数据已更新，请从第一页重新获取',
    en: 'The feed has changed since the first page: start again from the first page',
  },
  'too-large': { status: 413, zh: '内容过大，请压缩后重试', en: 'Too large: make it smaller and send it again' },
  'second-factor-required': {
    status: 403,
    zh: '本岗位可以查看他人记录，请先在管理平台绑定动态验证码，再继续使用',
    en: 'Your role sees what others recorded: set up the code of an authenticator app in the console, then go on',
  },
  'second-factor-wrong': {
    status: 422,
    zh: '验证码不正确或已使用过，请等待下一个验证码再试',
    en: 'This code is not right or was used already: wait for the next one and try again',
  },
  'password-wrong': {
    status: 422,
    zh: '密码不正确，请重新输入',
    en: 'The password is not right: enter it again',
  },
  'sign-in-expired': {
    status: 401,
    zh: '登录已超时，请重新输入用户名和密码',
    en: 'This sign-in took too long: enter user name and password again',
  },
  'too-many-attempts': {
    status: 429,
    zh: '失败次数过多，请稍后再试',
    en: 'Too many attempts: wait a little and try again',
  },
  unavailable: {
    status: 503,
    zh: '服务暂时不可用，内容保留在本机，将自动重试',
    en: 'The service is not available just now; everything is kept and sent again by itself',
  },
  internal: {
    status: 500,
    zh: '服务器发生错误，请稍后再试；如仍不成功，请联系管理员',
    en: 'The server failed: try again later or tell the administrator',
  },
} as const;

export type ProblemCode = keyof typeof problems;

/** An expected error: becomes a problem-details answer at the edge. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly fields: Problem['fields'];
  readonly detail: string | undefined;
  constructor(code: ProblemCode, more: { detail?: string; fields?: Problem['fields'] } = {}) {
    super(more.detail ?? problems[code].en);
    this.name = 'ProblemError';
    this.code = code;
    this.detail = more.detail;
    this.fields = more.fields;
  }
  /** The problem-details body (RFC 9457). */
  toProblem(): Problem {
    const { status, zh, en } = problems[this.code];
    return {
      type: `urn:liuhen:problem:${this.code}`,
      status,
      title: zh,
      titleEn: en,
      detail: this.detail,
      fields: this.fields,
    };
  }
}
