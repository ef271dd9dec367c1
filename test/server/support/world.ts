/** A small world in memory: a few institutions, officials and accounts, reached through the real application. */
import type { Hono } from 'hono';
import { addAccount, createAuthentication, hashPassword } from '../../../server/access/authentication.ts';
import type { Env } from '../../../server/access/guard.ts';
import { createApp } from '../../../server/app.ts';
import { issueCredential } from '../../../server/credentials/credentials.ts';
import { openPlatform, type Platform, type PlatformOptions } from '../../../server/platform/platform.ts';
import type { InstitutionTable, OfficialRow } from '../../../server/store/schema.ts';
import type { Capture } from '../../../shared/record/capture.ts';
import type { Details } from '../../../shared/record/details.ts';
import type { Role } from '../../../shared/vocabulary.ts';

/** Ids that tests can name: readable, and valid UUIDs. */
const id = (group: string, number: number) => `${group}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const institutions = {
  region: { id: id('1', 1), name: '演示自治区高级人民法院', kind: 'court', level: 'region', superior: null },
  city: { id: id('1', 2), name: '演示市中级人民法院', kind: 'court', level: 'league', superior: id('1', 1) },
  district: { id: id('1', 3), name: '演示区人民法院', kind: 'court', level: 'banner', superior: id('1', 2) },
  neighbour: { id: id('1', 4), name: '邻区人民法院', kind: 'court', level: 'banner', superior: id('1', 2) },
  committee: { id: id('1', 5), name: '演示区委政法委', kind: 'committee', level: 'banner', superior: id('1', 6) },
  cityCommittee: { id: id('1', 6), name: '演示市委政法委', kind: 'committee', level: 'league', superior: null },
  discipline: { id: id('1', 7), name: '演示区纪委监委', kind: 'discipline', level: 'banner', superior: null },
  hr: { id: id('1', 8), name: '演示区委组织部', kind: 'hr', level: 'banner', superior: null },
  party: { id: id('1', 9), name: '演示区委', kind: 'party', level: 'banner', superior: id('1', 10) },
  cityParty: { id: id('1', 10), name: '演示市委', kind: 'party', level: 'league', superior: null },
  cityHr: { id: id('1', 11), name: '演示市委组织部', kind: 'hr', level: 'league', superior: null },
} as const;

export const officials = {
  mayor: {
    id: id('2', 1),
    name: '演某甲',
    initials: 'ymj',
    organ: '演示区人民政府',
    institution: null,
    reportsTo: null,
  },
  deputy: {
    id: id('2', 2),
    name: '演某乙',
    initials: 'ymy',
    organ: '演示区人民政府',
    institution: null,
    reportsTo: id('2', 1),
  },
  president: {
    id: id('2', 3),
    name: '演某丙',
    initials: 'ymb',
    organ: '演示区人民法院',
    institution: id('1', 3),
    reportsTo: null,
  },
  reviewerOfficial: {
    id: id('2', 4),
    name: '演某丁',
    initials: 'ymd',
    organ: '演示区人民法院',
    institution: id('1', 3),
    reportsTo: id('2', 3),
  },
} as const;

export const accounts = {
  judge: { id: id('3', 1), role: 'recorder', institution: 'district', official: null },
  colleague: { id: id('3', 2), role: 'recorder', institution: 'district', official: null },
  reviewer: { id: id('3', 3), role: 'reviewer', institution: 'district', official: 'reviewerOfficial' },
  neighbourReviewer: { id: id('3', 4), role: 'reviewer', institution: 'neighbour', official: null },
  superiorReviewer: { id: id('3', 5), role: 'reviewer', institution: 'city', official: null },
  committee: { id: id('3', 6), role: 'committee', institution: 'committee', official: null },
  discipline: { id: id('3', 7), role: 'discipline', institution: 'discipline', official: null },
  hr: { id: id('3', 8), role: 'hr', institution: 'hr', official: null },
  leader: { id: id('3', 9), role: 'leader', institution: 'party', official: 'mayor' },
  otherLeader: { id: id('3', 10), role: 'leader', institution: 'party', official: 'deputy' },
  auditor: { id: id('3', 11), role: 'auditor', institution: 'district', official: null },
  administrator: { id: id('3', 12), role: 'administrator', institution: 'district', official: null },
} as const satisfies Record<
  string,
  { id: string; role: Role; institution: keyof typeof institutions; official: keyof typeof officials | null }
>;

export type AccountName = keyof typeof accounts;
export const password = 'test-password-2026';

export interface World {
  platform: Platform;
  /** A request of an account from a page of the console, answered by the application; the body is sent as JSON. */
  ask(account: AccountName | null, method: string, path: string, body?: unknown): Promise<Response>;
  /** The bearer token of a new capture credential of a recorder. */
  captureToken(account: AccountName): Promise<string>;
  /** Sends a request with a bearer token. */
  askWith(token: string, method: string, path: string, body?: unknown): Promise<Response>;
  /** Sends a request as it stands. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The `Cookie` of an account that has signed in. */
  cookieOf(account: AccountName): Promise<string>;
  readonly app: Hono<Env>;
  close(): Promise<void>;
}

/** The hash of the one password: made once for all worlds of a test file, for hashing is slow by design. */
let hashed: Promise<string> | undefined;

/** Opens the world anew: nothing is shared between two of them. */
export async function openWorld(options: Partial<PlatformOptions> = {}): Promise<World> {
  const platform = await openPlatform({
    folder: ':memory:',
    origin: 'http://localhost',
    // Sessions by password alone; what a second factor asks for is test/server/access/second-factor.test.ts.
    demonstration: true,
    ...options,
  });
  await registerDirectory(platform);
  hashed ??= hashPassword(platform.authentication, password);
  const hash = await hashed;
  // In one transaction: on a disk, each of its own waits for the disk.
  await platform.db.transaction().execute(async (db) => {
    const authentication = createAuthentication({ db, origin: platform.origin, secret: platform.keys.sessionSecret });
    for (const [username, account] of Object.entries(accounts)) {
      const owner = {
        id: account.id,
        username,
        name: `${username} 演示`,
        role: account.role,
        institutionId: institutions[account.institution].id,
        officialId: account.official && officials[account.official].id,
      };
      await addAccount(authentication, owner, hash);
    }
  });
  const app = createApp(platform);
  const sessions = new Map<AccountName, Promise<string>>();
  const send = (headers: Record<string, string>, method: string, path: string, body: unknown) =>
    Promise.resolve(
      app.request(path, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
  const signIn = async (account: AccountName) => {
    const answer = await send({}, 'POST', '/api/auth/sign-in/username', { username: account, password });
    if (answer.status !== 200)
      throw new Error(`Sign-in of ${account} answered ${answer.status}: ${await answer.text()}`);
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  };
  const cookieOf = (account: AccountName) => {
    const known = sessions.get(account) ?? signIn(account);
    sessions.set(account, known);
    return known;
  };
  return {
    platform,
    ask: async (account, method, path, body) =>
      send(account ? { cookie: await cookieOf(account), origin: platform.origin } : {}, method, path, body),
    async captureToken(account) {
      const request = {
        purpose: 'capture' as const,
        account_id: accounts[account].id,
        institution_id: institutions[accounts[account].institution].id,
        label: 'test',
      };
      return (await platform.committer.submit(issueCredential(request))).token;
    },
    request: (path, init) => Promise.resolve(app.request(path, init)),
    cookieOf,
    app,
    askWith: (token, method, path, body) => send({ authorization: `Bearer ${token}` }, method, path, body),
    close: () => platform.close(),
  };
}

async function registerDirectory({ committer }: Platform): Promise<void> {
  await committer.submit(async (work) => {
    for (const [code, institution] of Object.entries(institutions)) {
      const city = institution.level !== 'banner';
      const body: Omit<InstitutionTable, 'id'> = {
        name: institution.name,
        kind: institution.kind,
        level: institution.level,
        code,
        division: '',
        superior_id: institution.superior,
        committee_id: city ? institutions.cityCommittee.id : institutions.committee.id,
        party_id: city ? institutions.cityParty.id : institutions.party.id,
        time_zone: 'Asia/Shanghai',
        case_system_origins: '["http://localhost:8788/*"]',
      };
      const subject = { subjectKind: 'institution' as const, subjectId: institution.id, type: 'registered' };
      await work.append({ ...subject, institutionId: institution.id, actorId: null, body });
    }
    for (const official of Object.values(officials)) {
      const body: Omit<OfficialRow, 'id'> = {
        name: official.name,
        pinyin: official.initials,
        initials: official.initials,
        organ_kind: official.institution ? 'court' : 'government',
        organ: official.organ,
        post: '演示职务',
        rank: '正处级',
        retired: 0,
        institution_id: official.institution,
        managing_party_id: institutions.party.id,
        reports_to_id: official.reportsTo,
        posts: '[]',
      };
      const subject = { subjectKind: 'official' as const, subjectId: official.id, type: 'registered' };
      await work.append({ ...subject, institutionId: institutions.party.id, actorId: null, body });
    }
  });
}

/** A capture as an extension sends it. */
export function aCapture(changes: Partial<Capture> = {}): Capture {
  return {
    captureId: crypto.randomUUID(),
    capturedAt: '2026-10-08T06:05:00.000Z',
    caseNumbers: ['（2026）内0105民初1号'],
    caseTitle: '演示甲公司与演示乙公司买卖合同纠纷',
    cause: '买卖合同纠纷',
    parties: '原告：演示甲公司；被告：演示乙公司',
    stage: '一审',
    handlingJudge: '演示法官',
    pageAddress: 'http://localhost:8788/classic/',
    pageTitle: '审判流程管理系统',
    frameAddress: 'http://localhost:8788/classic/case.html?id=1',
    screenshot: null,
    ...changes,
  };
}

/** Details that submit a capture. */
export function someDetails(changes: Partial<Details> = {}): Details {
  return {
    caseNumber: '（2026）内0105民初1号',
    actor: { officialId: officials.mayor.id, name: officials.mayor.name, organ: officials.mayor.organ, post: '区长' },
    capacity: 'official',
    regime: 'leading-cadre',
    channel: 'phone',
    conducts: ['pleading'],
    typicalCircumstances: [],
    request: '希望从宽处理',
    leaningOpinion: 'stated',
    response: 'refused',
    stage: 'trial',
    occurredAt: '2026-10-08T06:00:00.000Z',
    occurredWhere: '办公室',
    evidence: [],
    ...changes,
  };
}
