/** The key under which backups are wrapped. */
import { hkdfSync } from 'node:crypto';
import { type MasterKeySettings, masterKeySource } from '../sealing/master-key.ts';

/**
 * 32 bytes out of the master key in force: a backup opens wherever that key is.
 * @param dataFolder the folder beside which the master key lies, if the settings name no other place
 * @throws {StartError} where there is no master key
 */
export function backupKeyOf(masterKey: MasterKeySettings, dataFolder: string): Uint8Array {
  const [current] = masterKeySource(masterKey, `${dataFolder}.master-key`, () => false).read();
  if (!current) throw new Error('There is no master key');
  return new Uint8Array(hkdfSync('sha256', current.key, '', 'backup', 32));
}
