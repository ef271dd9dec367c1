/** `liuhen restore` */
import { resolve } from 'node:path';
import { backupKeyOf } from '../backup/backup-key.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { readConfig } from '../config.ts';
import { showProgress } from '../progress.ts';
import { megabytes } from './backup.ts';

/** Puts a backup into an empty folder. @throws {StartError} where it cannot; then nothing was written. */
export async function restoreCommand(file: string, { to }: { to: string }): Promise<void> {
  const { dataFolder, masterKey } = readConfig(process.env);
  const { takenAt, files, bytes } = await restoreBackup({
    file: resolve(file),
    folder: to,
    backupKey: backupKeyOf(masterKey, dataFolder),
    onProgress: showProgress('恢复 / restoring'),
  });
  console.log(`已恢复 ${takenAt} 的备份：${files} 个文件（${megabytes(bytes)}），位于 ${resolve(to)} / restored`);
  console.log('主密钥仍是备份时的主密钥，请用 LIUHEN_MASTER_KEY_FILE 等指定 / the master key is still the one of the backup: name it, as in LIUHEN_MASTER_KEY_FILE');
  console.log(`启动 / start: LIUHEN_DATA=${resolve(to)} npx liuhen serve`);
}
