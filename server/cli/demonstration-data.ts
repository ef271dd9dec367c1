/** `liuhen demo-data` */
import { readConfig } from '../config.ts';
import { demonstrationCaseSystems } from '../demonstration/case-systems.ts';
import { fillDemonstration } from '../demonstration/fill-demonstration.ts';
import { showProgress } from '../progress.ts';
import { StartError } from '../start-error.ts';
import { discardUnfinished, fillWhole } from '../store/unfinished.ts';
import { withPlatform } from './with-platform.ts';

/** Fills an empty data folder. @throws {StartError} where it holds something already. */
export function demonstrationDataCommand({ seed, until }: { seed: number; until: string }): Promise<void> {
  const { dataFolder } = readConfig(process.env);
  discardUnfinished(dataFolder);
  return withPlatform(async (platform) => {
    const known = await platform.db.selectFrom('institution').select('id').limit(1).executeTakeFirst();
    if (known) {
      throw new StartError(
        '数据目录中已有数据，未作任何改动。请用 LIUHEN_DATA 指定一个空目录。',
        'The data folder holds data already; nothing was changed. Name an empty one in LIUHEN_DATA.',
      );
    }
    const onProgress = showProgress('写入演示数据 / writing demonstration data');
    const options = { seed, until, caseSystemOrigins: [demonstrationCaseSystems], onProgress };
    await fillWhole(dataFolder, () => fillDemonstration(platform, options));
  });
}
