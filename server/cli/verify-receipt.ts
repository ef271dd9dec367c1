/** `liuhen verify-receipt`: needs no server, no data folder and no network. */
import { readFileSync } from 'node:fs';
import { formatDate } from '../../shared/interface/format.ts';
import { originOf } from '../../shared/ledger/checkpoint.ts';
import { fingerprintOf } from '../../shared/ledger/fingerprint.ts';
import { type Fork, forksAmong } from '../../shared/ledger/fork.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import { examineReceipt, type ReceiptExamination } from '../../shared/ledger/receipt-check.ts';
import { openReceiptFile, type ReceiptFile, ReceiptFileError } from '../../shared/ledger/receipt-file.ts';
import { readSuccession } from '../../shared/ledger/succession.ts';
import { eventTerm, verdictTerms } from '../../shared/ledger/wording.ts';
import { StartError } from '../start-error.ts';
import { askPassphrase } from './ask-passphrase.ts';

/**
 * Verifies every receipt of a file and says what each proves; exit code 1 unless all are genuine and the log
 * showed one history only.
 * @param path of the file.
 * @param options.key the server's public key in hexadecimal, or its fingerprint, known from elsewhere.
 * @throws {StartError} where the file cannot be read or opened, or the key is none.
 */
export async function verifyReceiptCommand(path: string, { key }: { key: string }): Promise<void> {
  const file = await opened(readText(path));
  const publicKey = keyFrom(key, file);
  console.log(`凭证文件 / file    ${path}`);
  console.log(`核对密钥 / key     ${fingerprintOf(publicKey)}`);
  let genuine = 0;
  for (const [at, receipt] of file.receipts.entries()) {
    const examination = await examineReceipt(receipt, undefined, publicKey, file.succession);
    if (examination.verdict === 'genuine') genuine += 1;
    console.log(`\n${described(receipt, examination, at).join('\n')}`);
  }
  const forks = await forksAmong(file.checkpoints ?? [], publicKey, file.succession);
  for (const fork of forks) console.log(`\n${describedFork(fork).join('\n')}`);
  const count = file.receipts.length;
  console.log(`\n共 ${count} 份凭证，${genuine} 份真实有效 / ${genuine} of ${count} receipts genuine`);
  console.log(
    '凭证证明服务器收下并登记了上述内容及其时间，不证明内容所述之事。 / A receipt proves that the server took and logged this content, not that what it tells is so.',
  );
  if (count === 0 || genuine < count || forks.length > 0) process.exitCode = 1;
}

/** What one receipt says and what of it is proven. */
function described({ event }: Receipt, { verdict, checkpoint, index }: ReceiptExamination, at: number): string[] {
  const type = eventTerm(event.type);
  const place =
    index === null
      ? '—'
      : checkpoint
        ? `第 ${index + 1} 条，共 ${checkpoint.size} 条 / entry ${index + 1} of ${checkpoint.size}`
        : `第 ${index + 1} 条 / entry ${index + 1}`;
  const { zh, en } = verdictTerms[verdict];
  return [
    `${at + 1}. ${type.zh} / ${type.en}`,
    `   时间 / when     ${formatDate(event.at)}（北京时间 / Beijing time）`,
    `   日志 / log      ${originOf(event.institution)}`,
    `   位置 / place    ${place}`,
    ...(checkpoint ? [`   日志根 / root   ${Buffer.from(checkpoint.root).toString('base64')}`] : []),
    `   结论 / verdict  ${verdict === 'genuine' ? '✓' : '✗'} ${zh}`,
    `                   ${en}`,
  ];
}

/** What two contradicting checkpoints prove. */
function describedFork([one, other]: Fork): string[] {
  return [
    '✗ 日志分叉：服务器为同一日志的同一长度签署了两个不同的根，有人看到的记录与他人不同。',
    '  Fork: the server signed two different roots for one log at one size; not everybody was shown the same records.',
    `   日志 / log      ${one.origin}`,
    `   长度 / size     ${one.size}`,
    `   日志根 / roots  ${[one, other].map(({ root }) => Buffer.from(root).toString('base64')).join('\n                   ')}`,
  ];
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartError(`无法读取文件 ${path}。`, `The file ${path} cannot be read.`, error);
  }
}

/** Opens the file, with the passphrase from LIUHEN_PASSPHRASE or asked for where it needs one. */
async function opened(text: string): Promise<ReceiptFile> {
  try {
    return await openReceiptFile(text, process.env.LIUHEN_PASSPHRASE).catch(async (error: unknown) => {
      if (!(error instanceof ReceiptFileError) || error.reason !== 'needs-passphrase') throw error;
      return openReceiptFile(text, await askPassphrase('口令 / passphrase: '));
    });
  } catch (error) {
    if (!(error instanceof ReceiptFileError)) throw error;
    throw new StartError(error.zh, error.en, error);
  }
}

/** The key that was given; a fingerprint finds it among the keys that the file names. */
function keyFrom(given: string, file: ReceiptFile): string {
  const digits = given.replace(/[\s:-]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  if (!/^[0-9a-f]{32}$/.test(digits)) {
    throw new StartError(
      '--key 应为服务器公钥（64 位十六进制）或其指纹（8 组，每组 4 位）。',
      '--key takes the server’s public key (64 hexadecimal digits) or its fingerprint (8 groups of 4).',
    );
  }
  const successors = (file.succession ?? []).flatMap((note) => readSuccession(note)?.publicKeyHex ?? []);
  const named = [file.publicKey, ...successors].find(
    (key) => fingerprintOf(key).replaceAll(' ', '').toLowerCase() === digits,
  );
  if (named) return named;
  throw new StartError(
    '凭证文件中的密钥与所给指纹不符：凭证来自另一台服务器，或者文件被改动。未予采信。',
    'No key in the file has this fingerprint: the receipts are of another server, or the file was altered. Nothing is confirmed.',
  );
}
