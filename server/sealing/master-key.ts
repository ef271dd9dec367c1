/**
 * The master key: 32 bytes that open every other key and lie outside the data folder. Who steals the disk without it has
 * nothing that can be read. Where it comes from:
 *
 *   LIUHEN_MASTER_KEY          the key itself
 *   LIUHEN_MASTER_KEY_FILE     a file that holds it
 *   LIUHEN_MASTER_KEY_COMMAND  a command that prints it, such as a key service's client
 *   none of these              the file `<data folder>.master-key`, made on the first start
 *
 * Each gives lines of 64 hexadecimal digits: the first is in force, those below it still open what they sealed.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { StartError } from '../start-error.ts';

export interface MasterKey {
  /** Tells keys apart without saying anything of them. */
  readonly id: string;
  readonly key: Buffer;
}

/** Where the master key is read, anew each time: it may be rotated while the server runs. */
export interface MasterKeySource {
  /** @throws {StartError} where there is none, or it is not one. */
  read(): MasterKey[];
  /** Puts a fresh key above the others; null where the administrator has to do so. */
  readonly renew: (() => void) | null;
  /** Leaves only the key in force; null as above. */
  readonly forget: (() => void) | null;
}

const masterKey = (hex: string): MasterKey => {
  const key = Buffer.from(hex, 'hex');
  return { key, id: createHash('sha256').update('liuhen master key').update(key).digest('hex').slice(0, 16) };
};

function parse(text: string, from: string): MasterKey[] {
  const lines = text.split(/\s+/).filter(Boolean);
  if (lines.length === 0 || lines.some((line) => !/^[0-9a-f]{64}$/i.test(line))) {
    throw new StartError(
      `主密钥无效：${from}。应为 64 位十六进制数字，每行一个。数据未作任何改动。`,
      `The master key cannot be used: ${from}. It must be 64 hexadecimal digits on each line. Nothing was changed.`,
    );
  }
  return lines.map((line) => masterKey(line.toLowerCase()));
}

/** A key that lasts as long as the process. */
export function temporaryMasterKey(): MasterKeySource {
  let keys = [masterKey(randomBytes(32).toString('hex'))];
  return {
    read: () => keys,
    renew: () => {
      keys = [masterKey(randomBytes(32).toString('hex')), ...keys];
    },
    forget: () => {
      keys = keys.slice(0, 1);
    },
  };
}

/** What the environment says of the master key. */
export interface MasterKeySettings {
  readonly key?: string | undefined;
  readonly file?: string | undefined;
  readonly command?: string | undefined;
}

/**
 * @param defaultFile where the key lies if the settings name no place
 * @param isNew whether the store holds nothing yet: only then is a key made
 */
export function masterKeySource(
  settings: MasterKeySettings,
  defaultFile: string,
  isNew: () => boolean,
): MasterKeySource {
  const { key, command } = settings;
  if (key !== undefined) return { read: () => parse(key, 'LIUHEN_MASTER_KEY'), renew: null, forget: null };
  if (command !== undefined) return { read: () => parse(printed(command), command), renew: null, forget: null };
  return fileSource(settings.file ?? defaultFile, settings.file === undefined, isNew);
}

function printed(command: string): string {
  try {
    return execFileSync('/bin/sh', ['-c', command], {
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    throw new StartError(
      `取主密钥的命令失败：${command}。请检查密钥服务后重试。数据未作任何改动。`,
      `The command for the master key failed: ${command}. Check the key service and start again. Nothing was changed.`,
      error,
    );
  }
}

function fileSource(file: string, mayMake: boolean, isNew: () => boolean): MasterKeySource {
  const write = (keys: readonly MasterKey[]) => {
    // Beside its place first: half a key after a power cut would lock the store for good.
    writeFileSync(`${file}.part`, keys.map(({ key }) => `${key.toString('hex')}\n`).join(''), {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${file}.part`, file);
  };
  const read = () => {
    if (mayMake && !existsSync(file) && isNew()) write([masterKey(randomBytes(32).toString('hex'))]);
    return parse(contentOf(file), file);
  };
  return {
    read,
    renew: () => write([masterKey(randomBytes(32).toString('hex')), ...read()]),
    forget: () => write(read().slice(0, 1)),
  };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartError(
      `读不到主密钥：${file}。没有主密钥，任何内容都无法解密，服务不启动。请恢复该文件，或用 LIUHEN_MASTER_KEY_FILE、LIUHEN_MASTER_KEY、LIUHEN_MASTER_KEY_COMMAND 之一指定。数据未作任何改动。`,
      `The master key cannot be read: ${file}. Nothing can be opened without it, and the server does not start. Restore the file, or name the key in LIUHEN_MASTER_KEY_FILE, LIUHEN_MASTER_KEY or LIUHEN_MASTER_KEY_COMMAND. Nothing was changed.`,
      error,
    );
  }
}
