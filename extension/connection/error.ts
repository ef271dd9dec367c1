import type { Term } from '../../shared/vocabulary.ts';

/** Why a connection did not come about, in words for the judge that say what to do. */
export const connectionProblems = {
  'address-invalid': {
    zh: '地址无法识别，请核对后重新填写，例如 https://liuhen.example.cn',
    en: 'This is not an address: check it, for example https://liuhen.example.cn',
  },
  unreachable: {
    zh: '无法连接服务器，请检查网络和地址；已留痕的内容保存在本机，不受影响',
    en: 'The server cannot be reached: check the network and the address. What was kept on this computer is safe',
  },
  'not-liuhen': {
    zh: '该地址不是留痕服务器，请向管理员核对地址',
    en: 'There is no Liuhen server at this address: ask your administrator for the right one',
  },
  'key-differs': {
    zh: '服务器密钥与本单位下发的不一致，已停止连接，请联系管理员',
    en: "The server's key is not the one that your institution has set: not connected. Tell your administrator",
  },
  'access-denied': { zh: '连接申请已被拒绝，请重新发起连接', en: 'The request was denied: start again' },
  'expired-token': { zh: '连接申请已过期，请重新发起连接', en: 'The request has expired: start again' },
  'not-recorder': {
    zh: '该账号不是记录人账号，不能用于留痕，请换用本人的记录人账号',
    en: 'This account cannot record: use your own recorder account',
  },
} as const satisfies Record<string, Term>;

export type ConnectionProblem = keyof typeof connectionProblems;

export class ConnectionError extends Error {
  readonly reason: ConnectionProblem;
  constructor(reason: ConnectionProblem) {
    super(connectionProblems[reason].en);
    this.name = 'ConnectionError';
    this.reason = reason;
  }
}
