/** `liuhen token create` */
import { issueCredential } from '../credentials/credentials.ts';
import { StartError } from '../start-error.ts';
import { findInstitution } from './find-institution.ts';
import { withPlatform } from './with-platform.ts';

interface Options {
  institution?: string;
  label: string;
}

/** Issues a feed token for an HR department; the token is the last line printed. @throws {StartError} */
export function createTokenCommand({ institution, label }: Options): Promise<void> {
  return withPlatform(async ({ db, committer }) => {
    const department = institution
      ? await findInstitution(db, institution)
      : await db
          .selectFrom('institution')
          .selectAll()
          .where('kind', '=', 'hr')
          .where('level', '=', 'region')
          .executeTakeFirst();
    if (department?.kind !== 'hr') {
      throw new StartError(
        '数据令牌只能签发给组织人事部门，请用 --institution 指定其全称。',
        'A feed token is issued to an HR department only: name one with --institution.',
      );
    }
    const { token } = await committer.submit(
      issueCredential({ purpose: 'feed', account_id: null, institution_id: department.id, label }),
    );
    console.log(`已为“${department.name}”签发数据令牌，仅可读取考核数据，请妥善保管；只显示这一次 / shown this once:`);
    console.log(token);
  });
}
