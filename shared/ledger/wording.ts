/** The words in which a receipt is explained, to recorders in the panel and to anybody at the command line. */
import { recordTransitions } from '../record/workflow.ts';
import type { Term } from '../vocabulary.ts';
import type { ReceiptVerdict } from './receipt-check.ts';

/** What each verdict says. */
export const verdictTerms: Readonly<Record<ReceiptVerdict, Term>> = {
  genuine: {
    zh: '真实有效：该内容已登入该机关的日志，由服务器密钥签署，一字未改。',
    en: 'Genuine: the log of the institution holds exactly this content, signed with the server’s key.',
  },
  'other-capture': {
    zh: '内容不符：凭证所载内容与发出的内容不同。',
    en: 'Other content: the receipt does not hold what was sent.',
  },
  'leaf-differs': {
    zh: '内容不符：凭证所载内容与日志登记的不一致，可能被改动。',
    en: 'Altered: what the receipt holds is not what the log committed to.',
  },
  'unknown-key': {
    zh: '无法确认：签署凭证的密钥不是所指定的密钥，也不是其后继密钥。',
    en: 'Not confirmed: signed with a key that is neither the given one nor its successor.',
  },
  'signature-invalid': {
    zh: '签名无效：日志检查点不是该密钥签署的，可能被改动。',
    en: 'False signature: the checkpoint is not what the key signed.',
  },
  'proof-invalid': {
    zh: '证明无效：凭证中没有完整的登记证明。',
    en: 'No proof: the receipt holds no whole proof of inclusion.',
  },
  'wrong-log': {
    zh: '日志不符：证明来自另一机关的日志。',
    en: 'Wrong log: the proof is from the log of another institution.',
  },
};

const otherEvents: Readonly<Record<string, Term>> = {
  captured: { zh: '一键留痕', en: 'Capture' },
  'evidence-added': { zh: '补充证据', en: 'Evidence added' },
};

/** What an event of a record is called; an unknown type by its own name. */
export function eventTerm(type: string): Term {
  const known: Readonly<Record<string, Term>> = { ...recordTransitions, ...otherEvents };
  return Object.hasOwn(known, type) ? (known[type] ?? { zh: type, en: type }) : { zh: type, en: type };
}
