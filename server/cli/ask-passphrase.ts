/** Asks for a passphrase at the terminal without showing it. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { StartError } from '../start-error.ts';

/** @throws {StartError} where nobody sits at a terminal. */
export async function askPassphrase(question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new StartError(
      '文件已加密，请用环境变量 LIUHEN_PASSPHRASE 提供口令。',
      'The file is encrypted: give its passphrase in LIUHEN_PASSPHRASE.',
    );
  }
  process.stderr.write(question);
  // What is typed is echoed to here, and goes nowhere.
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
