/** `npm start`: builds what is out of date, opens the store, fills it on the first start, serves, and says where everything is. */
import { relative } from 'node:path';
import { buildOutput, outputs } from './build/outputs.ts';
import type { Config } from './config.ts';
import { demonstrationAccounts, demonstrationPassword } from './demonstration/accounts.ts';
import { demonstrationCaseSystems, serveCaseSystems } from './demonstration/case-systems.ts';
import { fillDemonstration } from './demonstration/fill-demonstration.ts';
import { openPlatform, type Platform } from './platform/platform.ts';
import { showProgress } from './progress.ts';
import { listen, portError, requireFreePort } from './serve.ts';
import { discardUnfinished, fillWhole } from './store/unfinished.ts';

export interface Running {
  origin: string;
  caseSystems: string | null;
  close(): Promise<void>;
}

/** @throws {StartError} where something must be mended first. */
export async function start(config: Config): Promise<Running> {
  // Asked first: whoever has taken a port shall not wait for builds and data to hear of it.
  await requireFreePort(config.port);
  if (config.demonstration) await requireFreePort(config.caseSystemsPort);
  discardUnfinished(config.dataFolder);
  const platform = await openPlatform({
    folder: config.dataFolder,
    origin: config.origin,
    demonstration: config.demonstration,
    masterKey: config.masterKey,
  });
  await platform.blobs.removeUnfinished();
  await Promise.all([...Object.values(outputs).map(buildWithNotice), fillIfEmpty(config, platform)]);
  const server = await listen(platform, config.port).catch(async (error) => {
    await platform.close();
    throw error;
  });
  const caseSystems = config.demonstration
    ? await openCaseSystems(config.caseSystemsPort).catch(async (error) => {
        await server.close();
        throw error;
      })
    : null;
  announce(config, platform.keys.signing.fingerprint, caseSystems?.origin ?? null);
  return {
    origin: config.origin,
    caseSystems: caseSystems?.origin ?? null,
    async close() {
      await caseSystems?.close();
      await server.close();
    },
  };
}

async function buildWithNotice(output: (typeof outputs)[keyof typeof outputs]): Promise<void> {
  if (await buildOutput(output)) console.log(`  已构建${output.zh} / built the ${output.en}`);
}

async function fillIfEmpty(config: Config, platform: Platform): Promise<void> {
  if (!config.demonstration) return;
  const known = await platform.db.selectFrom('institution').select('id').limit(1).executeTakeFirst();
  if (known) return;
  const progress = showProgress('写入演示数据 / writing demonstration data');
  const options = { caseSystemOrigins: [demonstrationCaseSystems], onProgress: progress };
  await fillWhole(config.dataFolder, () => fillDemonstration(platform, options));
}

async function openCaseSystems(port: number) {
  return serveCaseSystems({ port }).catch((error) => {
    throw portError(error, port);
  });
}

function announce(config: Config, fingerprint: string, caseSystems: string | null): void {
  const extension = relative(process.cwd(), outputs.extension.folder);
  console.log(`
留痕已启动 / Liuhen is running

  管理平台 / console            ${config.origin}
  接口说明 / routes             ${config.origin}/docs
  数据目录 / data               ${config.dataFolder}
  服务器公钥指纹 / key           ${fingerprint}
  浏览器扩展 / extension        ${extension}
      打开 chrome://extensions（Edge 为 edge://extensions），开启“开发者模式”，点“加载已解压的扩展程序”，选择上述文件夹。
      Open chrome://extensions, switch on developer mode, choose “Load unpacked” and that folder.`);
  if (caseSystems) {
    console.log(`  演示办案系统 / case systems    ${caseSystems}

  演示账号，密码均为 ${demonstrationPassword} / demonstration accounts, one password`);
    for (const { username, zh, en } of demonstrationAccounts) console.log(`      ${username.padEnd(20)} ${zh} / ${en}`);
  }
  console.log('\n  按 Ctrl-C 停止 / Ctrl-C stops it\n');
}
