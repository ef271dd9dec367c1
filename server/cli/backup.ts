/** `liuhen backup` */
import { resolve } from 'node:path';
import { backupKeyOf } from '../backup/backup-key.ts';
import { requireStore } from '../backup/snapshot.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { readConfig } from '../config.ts';
import { showProgress } from '../progress.ts';

/** Takes a backup of the data folder, whether a server works on it or not. Exit code 1 where evidence was missing. @throws {StartError} */
export async function backupCommand(file: string): Promise<void> {
  const { dataFolder, masterKey } = readConfig(process.env);
  // Asked before the key: a folder that is named by mistake gets no keys of its own.
  requireStore(dataFolder);
  const { files, bytes, missing } = await takeBackup({
    dataFolder,
    file: resolve(file),
    backupKey: backupKeyOf(masterKey, dataFolder),
    onProgress: showProgress('备份 / backing up'),
  });
  console.log(`已备份 ${files} 个文件（${megabytes(bytes)}），内容已加密：${file} / backed up, encrypted`);
  for (const evidenceId of missing) console.log(`证据文件缺失 / evidence file missing: ${evidenceId}`);
  if (missing.length > 0) process.exitCode = 1;
}

/** A size to read, such as 12.3 MB. */
export const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
