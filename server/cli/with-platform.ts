/** Opens the platform that the environment names for one command, and closes it after. */
import { readConfig } from '../config.ts';
import { openPlatform, type Platform } from '../platform/platform.ts';

/** @throws {StartError} where the store cannot be opened. */
export async function withPlatform<Result>(work: (platform: Platform) => Promise<Result>): Promise<Result> {
  const { dataFolder, origin, masterKey } = readConfig(process.env);
  const platform = await openPlatform({ folder: dataFolder, origin, masterKey });
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}
