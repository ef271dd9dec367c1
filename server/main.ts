#!/usr/bin/env node
/** The command line `liuhen`: only wires commands to what does them, which is loaded when it is asked for. */
import { Command, Option } from 'commander';
import { codesOf, roles } from '../shared/vocabulary.ts';
import { StartError } from './start-error.ts';
import { isStoreFailure } from './store/store-failure.ts';

const liuhen = new Command('liuhen')
  .description('留痕：干预司法活动的记录、通报与考核数据 / records of interference in judicial cases')
  .showHelpAfterError();

liuhen
  .command('serve')
  .description('启动服务器 / start the server')
  .action(async () => (await import('./cli/serve.ts')).serveCommand());

liuhen
  .command('demo-data')
  .description('向空的数据目录写入演示数据 / fill an empty data folder with demonstration data')
  .option('--seed <number>', '随机种子：相同种子得到相同数据 / same seed, same data', Number, 1)
  .option('--until <day>', '数据截止日 / last day of the data', '2026-11-15')
  .action(async (options) => (await import('./cli/demonstration-data.ts')).demonstrationDataCommand(options));

const account = liuhen.command('account').description('管理账号 / accounts');

account
  .command('add')
  .description('新增账号 / add an account')
  .requiredOption('--username <name>', '登录名 / user name')
  .requiredOption('--name <name>', '姓名 / name')
  .addOption(new Option('--role <role>', '角色 / role').choices(codesOf(roles)).makeOptionMandatory())
  .requiredOption('--institution <name>', '机关名称或法院代码 / name or court code of the institution')
  .option('--official <name>', '对应的领导干部姓名 / the official in the directory that this is')
  .option('--password <password>', '密码；不填则生成并显示 / password; made and shown where none is given')
  .action(async (options) => (await import('./cli/add-account.ts')).addAccountCommand(options));

account
  .command('reset-password <username>')
  .description('重置密码并显示新密码 / give an account a new password and show it')
  .action(async (username) => (await import('./cli/reset-password.ts')).resetPasswordCommand(username));

account
  .command('close <username>')
  .description('停用账号：退出会话，吊销凭据，保留历史 / close the account of somebody who has left')
  .action(async (username) => (await import('./cli/close-account.ts')).closeAccountCommand(username));

account
  .command('reset-second-factor <username>')
  .description('重置动态验证码 / take the second factor of an account whose owner has lost it')
  .action(async (username) => (await import('./cli/reset-second-factor.ts')).resetSecondFactorCommand(username));

liuhen
  .command('token')
  .description('管理数据令牌 / tokens')
  .command('create')
  .description('签发数据令牌，最后一行即令牌 / issue a token: the last line printed')
  .addOption(new Option('--role <role>', '角色 / role').choices(['hr']).makeOptionMandatory())
  .option('--institution <name>', '组织人事部门名称 / name of the HR department')
  .option('--label <text>', '用途 / what it is for', 'API')
  .action(async (options) => (await import('./cli/create-token.ts')).createTokenCommand(options));

liuhen
  .command('recompute')
  .description('由事件重新计算各项数据 / rebuild what is derived from the events')
  .option('--check', '只核对并报告差异 / only compare and report')
  .action(async (options) => (await import('./cli/recompute.ts')).recomputeCommand(options));

liuhen
  .command('verify-receipt')
  .description('离线核验凭证文件 / verify a file of receipts, offline')
  .argument('<file>', '凭证文件 / file of receipts')
  .requiredOption(
    '--key <key>',
    '服务器公钥或其指纹，须另行取得 / public key of the server or its fingerprint, known from elsewhere',
  )
  .action(async (file, options) => (await import('./cli/verify-receipt.ts')).verifyReceiptCommand(file, options));

liuhen
  .command('backup')
  .description('制作加密备份，服务器可照常运行 / take an encrypted backup while the server works')
  .argument('<file>', '备份文件，须尚不存在 / the file to write, which must not exist yet')
  .action(async (file) => (await import('./cli/backup.ts')).backupCommand(file));

liuhen
  .command('restore')
  .description('将备份恢复到空目录 / restore a backup into an empty folder')
  .argument('<file>', '备份文件 / the backup')
  .requiredOption('--to <folder>', '空目录或尚不存在的目录 / an empty folder, or one that does not exist')
  .action(async (file, options) => (await import('./cli/restore.ts')).restoreCommand(file, options));

liuhen.parseAsync().catch((reason: unknown) => {
  const error = isStoreFailure(reason) ? diskError(reason) : reason;
  if (!(error instanceof StartError)) throw error;
  console.error(`\n${error.zh}\n${error.en}`);
  process.exitCode = 1;
});

/** What a command says when the disk fails under it. */
function diskError(cause: unknown): StartError {
  return new StartError(
    `数据目录所在的磁盘已满或无法读写，未完成的改动已撤销。请腾出空间或检查磁盘后重试。（${String(cause)}）`,
    `The disk of the data folder is full or cannot be read or written; what was not finished was taken back. Make room or check the disk, then try again. (${String(cause)})`,
    cause,
  );
}
