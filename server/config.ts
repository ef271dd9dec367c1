/** What the environment says, read once, with the defaults of a first start. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { MasterKeySettings } from './sealing/master-key.ts';
import { StartError } from './start-error.ts';

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  LIUHEN_DATA: z.string().default('data'),
  LIUHEN_DEMO: z.enum(['0', '1']).default('1'),
  LIUHEN_CASE_SYSTEMS_PORT: z.coerce.number().int().min(0).max(65535).default(8788),
  LIUHEN_MASTER_KEY: z.string().optional(),
  LIUHEN_MASTER_KEY_FILE: z.string().optional(),
  LIUHEN_MASTER_KEY_COMMAND: z.string().optional(),
  LIUHEN_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
});

export interface Config {
  port: number;
  dataFolder: string;
  demonstration: boolean;
  caseSystemsPort: number;
  /** The origin at which browsers reach it. */
  origin: string;
  masterKey: MasterKeySettings;
}

/** @throws {StartError} naming the variable that cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new StartError(`环境变量的值无效：${names}`, `These environment variables cannot be used: ${names}`);
  }
  const { LIUHEN_MASTER_KEY: key, LIUHEN_MASTER_KEY_FILE: file, LIUHEN_MASTER_KEY_COMMAND: command } = parsed.data;
  const { PORT, LIUHEN_DATA, LIUHEN_DEMO, LIUHEN_CASE_SYSTEMS_PORT, LIUHEN_ORIGIN } = parsed.data;
  return {
    port: PORT,
    dataFolder: resolve(LIUHEN_DATA),
    demonstration: LIUHEN_DEMO === '1',
    caseSystemsPort: LIUHEN_CASE_SYSTEMS_PORT,
    origin: new URL(LIUHEN_ORIGIN ?? `http://localhost:${PORT}`).origin,
    masterKey: { key, file, command },
  };
}
