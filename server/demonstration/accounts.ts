/**
 * The accounts of the demonstration: those that the start announces, one at least for each role, and the colleagues
 * in whose names the records of two years were kept and handled. All share one password.
 */
import type { Role } from '../../shared/vocabulary.ts';
import { addAccount, createAuthentication, hashPassword } from '../access/authentication.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Platform } from '../platform/platform.ts';
import type { InstitutionKey, Institutions } from './institutions.ts';
import { type NamedOfficial, namedOfficialId, nameOfOfficial } from './officials.ts';
import type { Seed } from './seed.ts';

export const demonstrationPassword = 'liuhen-demo-2026';

interface Announced {
  readonly username: string;
  readonly role: Role;
  readonly name: string;
  readonly institution: InstitutionKey;
  readonly official: NamedOfficial | null;
  /** Who it is, as the start prints it. */
  readonly zh: string;
  readonly en: string;
}

const announced = (
  username: string,
  role: Role,
  institution: InstitutionKey,
  who: { name: string } | { official: NamedOfficial },
  zh: string,
  en: string,
): Announced => ({
  username,
  role,
  institution,
  name: 'name' in who ? who.name : nameOfOfficial(who.official),
  official: 'official' in who ? who.official : null,
  zh,
  en,
});

const home = '呼和浩特市赛罕区';

/** The accounts that the start announces. */
export const demonstrationAccounts: readonly Announced[] = [
  announced(
    'judge',
    'recorder',
    'court:内0105',
    { name: '慕容仲秋' },
    `记录人，${home}人民法院`,
    'recorder, judge of the Saihan District court',
  ),
  announced(
    'judge2',
    'recorder',
    'court:内0105',
    { name: '南宫玉衡' },
    '记录人，同院另一名法官',
    'recorder, another judge of the same court',
  ),
  announced(
    'prosecutor',
    'recorder',
    'procuratorate:150105',
    { name: '夏侯天璇' },
    `记录人，${home}人民检察院`,
    'recorder, prosecutor',
  ),
  announced(
    'police',
    'recorder',
    'public-security:150105',
    { name: '尉迟开阳' },
    '记录人，呼和浩特市公安局赛罕区分局',
    'recorder, police officer',
  ),
  announced(
    'reviewer',
    'reviewer',
    'court:内0105',
    { name: '公孙孟夏' },
    `审核人，${home}人民法院`,
    'reviewer of the Saihan District court',
  ),
  announced(
    'reviewer.city',
    'reviewer',
    'court:内01',
    { name: '皇甫季冬' },
    '上级审核人，呼和浩特市中级人民法院',
    'reviewer of the superior court',
  ),
  announced(
    'committee',
    'committee',
    'committee:150105',
    { name: '长孙仲春' },
    '政法委工作人员，赛罕区委政法委',
    'committee officer of Saihan District',
  ),
  announced(
    'discipline',
    'discipline',
    'discipline:150105',
    { name: '呼延摇光' },
    '纪检监察人员，赛罕区纪委监委',
    'discipline inspector of Saihan District',
  ),
  announced(
    'hr.region',
    'hr',
    'hr:150000',
    { name: '上官孟秋' },
    '组织人事人员，自治区党委组织部',
    'HR officer of the autonomous region, sees all',
  ),
  announced(
    'hr.district',
    'hr',
    'hr:150105',
    { name: '令狐季春' },
    '组织人事人员，赛罕区委组织部',
    'HR officer of Saihan District',
  ),
  announced(
    'leader',
    'leader',
    'party:150105',
    { official: 'leader' },
    '领导干部，本年度有已通报事项',
    'leader with released matters this year',
  ),
  announced(
    'leader2',
    'leader',
    'party:150105',
    { official: 'leader2' },
    '领导干部，没有已通报事项',
    'leader with no released matter',
  ),
  announced('auditor', 'auditor', 'court:内', { name: '独孤天权' }, '审计人员，自治区高级人民法院', 'auditor'),
  announced(
    'administrator',
    'administrator',
    'court:内',
    { name: '钟离天枢' },
    '管理员，不能查看任何记录',
    'administrator, sees no record',
  ),
];

/** An account of a colleague: in no list, but with a name in the history of what they did. */
export interface Colleague {
  readonly username: string;
  readonly role: Role;
  readonly name: string;
  readonly institutionId: string;
  readonly officialId: string | null;
}

/** What {@link openAccounts} opened, by user name: who acts in the stories. */
export type Accounts = ReadonlyMap<string, Viewer>;

/** The announced accounts as entries of the directory of accounts. */
export function announcedColleagues(seed: Seed, institutions: Institutions): Colleague[] {
  return demonstrationAccounts.map(({ username, role, name, institution, official }) => ({
    username,
    role,
    name,
    institutionId: institutions.at(institution).id,
    officialId: official && namedOfficialId(seed, official),
  }));
}

/**
 * Adds accounts in one transaction; the password is hashed once, for hashing it is slow by design.
 * @returns each account as it acts when it is signed in, by user name
 */
export async function openAccounts(
  platform: Platform,
  seed: Seed,
  colleagues: readonly Colleague[],
): Promise<Accounts> {
  const passwordHash = await hashPassword(platform.authentication, demonstrationPassword);
  const viewers = colleagues.map(
    (colleague): Viewer => ({
      ...colleague,
      accountId: seed.idOf(`account:${colleague.username}`),
      via: 'session',
    }),
  );
  await platform.db.transaction().execute(async (db) => {
    const { origin, keys } = platform;
    const authentication = createAuthentication({ db, origin, secret: keys.sessionSecret });
    for (const { accountId, via, ...account } of viewers) {
      await addAccount(authentication, { id: accountId, ...account }, passwordHash);
    }
  });
  return new Map(viewers.map((viewer) => [viewer.username, viewer]));
}
