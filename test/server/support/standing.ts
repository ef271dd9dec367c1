/** Things that accounts can reach for, and how each account of the world stands to them, worked out by hand. */

import type { Relation } from '../../../shared/access/permissions.ts';
import { sha256Of } from '../../../shared/ledger/canonical.ts';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import type { RecordStepInput } from '../../../shared/record/details.ts';
import { acceptRecord, release, stepsToApproval, walkMatter } from './journey.ts';
import { type AccountName, aCapture, accounts, officials, someDetails, type World } from './world.ts';

/** Words that stand in what the judge records, and nowhere else. */
export const telltale = '金丝雀之语';

const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** The ids of one thing: a record's evidence file has two. */
export interface Ids {
  readonly id: string;
  readonly evidenceId: string;
}

export interface Thing {
  readonly name: string;
  readonly kind: 'record' | 'matter' | 'credential';
  /** Makes one more of it. */
  make(world: World): Promise<Ids>;
  relationsOf(account: AccountName): Relation[];
}

export const unknown = '00000000-0000-4000-8000-000000000000';

async function expectOk(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
}

/** A capture of the judge with its screenshot. */
async function captured(world: World): Promise<Ids> {
  const seal = { sha256: sha256Of(picture), mediaType: 'image/png' as const, bytes: picture.byteLength };
  const capture = aCapture({ screenshot: seal, caseTitle: telltale, parties: telltale, pageTitle: telltale });
  const token = await world.captureToken('judge');
  const answer = await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture);
  const { recordId }: Receipt = await answer.json();
  const evidenceId = crypto.randomUUID();
  await expectOk(await upload(world, 'judge', { id: recordId, evidenceId }));
  return { id: recordId, evidenceId };
}

/** Sends the screenshot as evidence. */
export const upload = async (world: World, account: AccountName | null, { id, evidenceId }: Ids) =>
  world.request(`/api/records/${id}/evidence/${evidenceId}`, {
    method: 'PUT',
    headers: {
      ...(account ? { cookie: await world.cookieOf(account), origin: world.platform.origin } : {}),
      'content-type': 'image/png',
      'x-content-sha256': sha256Of(picture),
    },
    body: picture,
  });

async function submitted(world: World, about: keyof typeof officials = 'mayor'): Promise<Ids> {
  const ids = await captured(world);
  const { id: officialId, name, organ } = officials[about];
  const actor = { officialId, name, organ, post: '' };
  await step(world, 'judge', ids.id, { type: 'submitted', details: someDetails({ actor, request: telltale }) });
  return ids;
}

const step = async (world: World, account: AccountName, recordId: string, body: RecordStepInput) =>
  expectOk(await world.ask(account, 'POST', `/api/records/${recordId}/events`, body));

/** A matter that has gone so many of the steps to its release. */
async function matter(world: World, steps: number, about: 'mayor' | 'president' = 'mayor'): Promise<Ids> {
  const record = await submitted(world, about);
  const reviewer = about === 'mayor' ? 'reviewer' : 'superiorReviewer';
  const id = await acceptRecord(world, record.id, reviewer);
  const road = [...stepsToApproval(), release].slice(0, steps);
  if (road.length > 0) await walkMatter(world, id, road);
  return { id, evidenceId: record.evidenceId };
}

const serves = (account: AccountName, institution: string) => accounts[account].institution === institution;
const leaders: readonly AccountName[] = ['leader', 'otherLeader'];

export const things: readonly Thing[] = [
  {
    name: 'a capture that is not submitted',
    kind: 'record',
    make: captured,
    relationsOf: (account) => (account === 'judge' ? ['own'] : []),
  },
  {
    name: 'a submitted record',
    kind: 'record',
    make: submitted,
    relationsOf: (account) => {
      if (account === 'judge') return ['own'];
      // The mayor is named, and the deputy reports to the mayor.
      if (leaders.includes(account)) return ['named'];
      return serves(account, 'district') ? ['own-institution'] : [];
    },
  },
  {
    name: 'a record that was withdrawn after its submission',
    kind: 'record',
    async make(world) {
      const ids = await submitted(world);
      await step(world, 'judge', ids.id, { type: 'withdrawn', reason: '误点' });
      return ids;
    },
    relationsOf: (account) => {
      if (account === 'judge') return ['own'];
      if (leaders.includes(account)) return ['named'];
      return serves(account, 'city') ? ['subordinate-institution'] : [];
    },
  },
  {
    name: 'a record about the president of the reviewer’s own court',
    kind: 'record',
    make: (world) => submitted(world, 'president'),
    relationsOf: (account) => {
      if (account === 'judge') return ['own'];
      if (account === 'reviewer') return ['named'];
      return serves(account, 'city') ? ['own-institution'] : [];
    },
  },
  {
    name: 'a matter that was opened',
    kind: 'matter',
    make: (world) => matter(world, 0),
    relationsOf: (account) => {
      if (leaders.includes(account)) return ['named'];
      return serves(account, 'district') ? ['own-institution'] : [];
    },
  },
  {
    name: 'a matter that was referred to the committee',
    kind: 'matter',
    make: (world) => matter(world, 2),
    relationsOf: (account) => {
      if (leaders.includes(account)) return ['named'];
      if (serves(account, 'committee')) return ['addressee'];
      return serves(account, 'district') ? ['own-institution'] : [];
    },
  },
  {
    name: 'a matter that was released',
    kind: 'matter',
    make: (world) => matter(world, 6),
    relationsOf: (account) => {
      if (leaders.includes(account)) return ['named'];
      if (serves(account, 'committee') || serves(account, 'discipline')) return ['addressee'];
      return serves(account, 'district') ? ['own-institution'] : [];
    },
  },
  {
    name: 'a matter about the president of the reviewer’s own court',
    kind: 'matter',
    make: (world) => matter(world, 0, 'president'),
    relationsOf: (account) => {
      if (account === 'reviewer') return ['named'];
      return serves(account, 'city') ? ['own-institution'] : [];
    },
  },
  {
    name: 'a capture credential',
    kind: 'credential',
    async make(world) {
      const answer = await world.ask('judge', 'POST', '/api/capture-credentials', { label: telltale });
      return { id: (await answer.json()).credentialId, evidenceId: unknown };
    },
    relationsOf: (account) => (account === 'judge' ? ['own'] : []),
  },
];
