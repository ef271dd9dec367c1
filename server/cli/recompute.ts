/** `liuhen recompute` */
import { showProgress } from '../progress.ts';
import { recompute } from '../recompute/recompute.ts';
import { withPlatform } from './with-platform.ts';

/** Compares what is derived with the events; without `--check` it mends what differs. Exit code 1 where `--check` found any. */
export function recomputeCommand({ check = false }: { check?: boolean }): Promise<void> {
  return withPlatform(async ({ db }) => {
    const onProgress = showProgress('核对 / comparing');
    const differences = await recompute(db, { repair: !check, onProgress });
    for (const { table, key, column, stored, expected } of differences) {
      console.log(`${table} ${key} ${column}: ${JSON.stringify(stored)} ≠ ${JSON.stringify(expected)}`);
    }
    console.log(differences.length === 0 ? '全部一致 / no difference' : `${differences.length} 处不一致 / differences`);
    if (check && differences.length > 0) process.exitCode = 1;
  });
}
