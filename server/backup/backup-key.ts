/** The key under which backups are wrapped. */
import { hkdfSync } from 'node:crypto';
import { readKeys } from '../keys/keys.ts';

/** 32 bytes, the same for every backup of an installation. @param dataFolder the folder whose server it is */
export async function backupKeyOf(dataFolder: string): Promise<Uint8Array> {
  const { sessionSecret } = readKeys(dataFolder);
  return new Uint8Array(hkdfSync('sha256', sessionSecret, '', 'backup', 32));
}
