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
  // The restored data opens with the master key of the backup; where that came from the environment, it still does.
  const { key, command, file: keyFile = `${dataFolder}.master-key` } = masterKey;
  const named = key === undefined && command === undefined ? `LIUHEN_MASTER_KEY_FILE=${resolve(keyFile)} ` : '';
  console.log(`启动 / start: LIUHEN_DATA=${resolve(to)} ${named}npx liuhen serve`);
}
