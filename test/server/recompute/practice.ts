/** A small practice without accounts: institutions, officials and viewers, driven by the commands themselves. */

import type { Viewer } from '../../../server/access/viewer.ts';
import { issueCredential } from '../../../server/credentials/credentials.ts';
import { openOfficials } from '../../../server/directory/stored-officials.ts';
import { addEvidence } from '../../../server/evidence/add-evidence.ts';
import { takeMatterStep } from '../../../server/matters/take-matter-step.ts';
import { openPlatform, type Platform } from '../../../server/platform/platform.ts';
import { capture } from '../../../server/records/capture.ts';
import { takeRecordStep } from '../../../server/records/take-record-step.ts';
import type { SelfCheckSubmitted } from '../../../server/self-check/self-check-projection.ts';
import type { InstitutionTable, OfficialRow } from '../../../server/store/schema.ts';
import type { MatterStepInput } from '../../../shared/matter/steps.ts';
import type { RecordStepInput } from '../../../shared/record/details.ts';
import { selfCheckGroups, selfCheckItems } from '../../../shared/self-check/items.ts';
import type { Role } from '../../../shared/vocabulary.ts';
import { codesOf } from '../../../shared/vocabulary.ts';
import { aCapture, someDetails } from '../support/world.ts';

const id = (number: number) => `40000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const places = { superior: id(1), court: id(2), superiorCommittee: id(3), committee: id(4), party: id(5) };
export const people = { mayor: id(11), deputy: id(12), president: id(13) };

const viewer = (number: number, role: Role, institutionId: string): Viewer => ({
  accountId: id(number),
  name: `演示${number}`,
  username: `demo${number}`,
  role,
  institutionId,
  officialId: null,
  via: 'session',
});

export const viewers = {
  judge: viewer(21, 'recorder', places.court),
  colleague: viewer(22, 'recorder', places.court),
  reviewer: viewer(23, 'reviewer', places.court),
  superiorReviewer: viewer(24, 'reviewer', places.superior),
  committee: viewer(25, 'committee', places.committee),
};

const sealOf = (letter: string) => ({ sha256: letter.repeat(64), mediaType: 'image/png' as const, bytes: 7 });

/** Opens the practice in memory; its clock moves on by a minute with every command. */
export async function openPractice() {
  let now = Date.parse('2026-03-02T01:00:00.000Z');
  const clock = () => {
    now += 60_000;
    return new Date(now);
  };
  const platform = await openPlatform({ folder: ':memory:', origin: 'http://localhost', clock });
  await register(platform);
  return new Practice(platform);
}

export class Practice {
  readonly platform: Platform;
  constructor(platform: Platform) {
    this.platform = platform;
  }

  /** @returns the new record's id */
  async capture(recorder: Viewer = viewers.judge): Promise<string> {
    const content = aCapture({ captureId: crypto.randomUUID() });
    return (await this.platform.committer.submit(capture(content, recorder))).event.subjectId;
  }

  async addEvidence(recordId: string, recorder: Viewer = viewers.judge, letter = 'a'): Promise<string> {
    const evidenceId = crypto.randomUUID();
    await this.platform.committer.submit(addEvidence(recordId, { evidenceId, ...sealOf(letter) }, recorder));
    return evidenceId;
  }

  stepRecord(recordId: string, step: RecordStepInput, by: Viewer): Promise<void> {
    return this.platform.committer.submit(takeRecordStep(recordId, step, by)).then(() => {});
  }

  submit(recordId: string, officialId: string | null, recorder: Viewer = viewers.judge): Promise<void> {
    const actor = { officialId, name: '演示', organ: '', post: '' };
    return this.stepRecord(recordId, { type: 'submitted', details: someDetails({ actor }) }, recorder);
  }

  /** @returns the matter's id */
  async accept(recordId: string, matterId: string | null = null, reviewer: Viewer = viewers.reviewer): Promise<string> {
    await this.stepRecord(recordId, { type: 'accepted', matterId }, reviewer);
    const { matter_id } = await this.platform.db
      .selectFrom('record')
      .select('matter_id')
      .where('id', '=', recordId)
      .executeTakeFirstOrThrow();
    return matter_id ?? '';
  }

  /** A step on the matter's present version. */
  async stepMatter(matterId: string, step: MatterStepInput, by: Viewer): Promise<void> {
    const { version } = await this.platform.db
      .selectFrom('matter')
      .select('version')
      .where('id', '=', matterId)
      .executeTakeFirstOrThrow();
    await this.platform.committer.submit(takeMatterStep(matterId, version, step, by));
  }

  async selfCheck(officialId: string, year: number): Promise<void> {
    const known = await this.platform.db
      .selectFrom('self_check')
      .select('id')
      .where('official_id', '=', officialId)
      .where('year', '=', year)
      .executeTakeFirst();
    const answers = selfCheckItems.flatMap((item) =>
      codesOf(selfCheckGroups).map((group) => ({ ...item, group, happened: false, explanation: '' })),
    );
    const body: SelfCheckSubmitted = { officialId, year, submission: { answers, statement: '' } };
    await this.platform.committer.submit((work) =>
      work.append({
        institutionId: places.party,
        subjectKind: 'self-check',
        subjectId: known?.id ?? work.newId(),
        type: 'submitted',
        actorId: null,
        body,
      }),
    );
  }

  async issueCredential(): Promise<void> {
    const request = { purpose: 'capture' as const, account_id: viewers.judge.accountId, institution_id: places.court };
    await this.platform.committer.submit(issueCredential({ ...request, label: '' }));
  }

  async renameOfficial(officialId: string): Promise<void> {
    const row = await this.platform.db
      .selectFrom('official')
      .selectAll()
      .where('id', '=', officialId)
      .executeTakeFirstOrThrow();
    const [official] = await openOfficials(this.platform.db, [row]);
    if (!official) throw new Error('There is no such official');
    const { id: _id, ...entry } = official;
    await this.platform.committer.submit((work) =>
      work.append({
        institutionId: places.party,
        subjectKind: 'official',
        subjectId: officialId,
        type: 'changed',
        actorId: null,
        body: { ...entry, post: `${entry.post}·` },
      }),
    );
  }

  close(): Promise<void> {
    return this.platform.close();
  }
}

export const determinedAgainst = (officialId: string | null): Extract<MatterStepInput, { type: 'determined' }> => ({
  type: 'determined',
  determination: 'interference',
  officialId,
  capacity: 'official',
  conducts: ['pleading'],
  typicalCircumstances: ['treat'],
  typicalCase: true,
  reason: '属实',
});

/** A practice in which everything has happened once. */
export async function fullPractice(): Promise<Practice> {
  const practice = await openPractice();
  const { reviewer, committee, colleague } = viewers;
  await practice.issueCredential();
  const first = await practice.capture();
  await practice.addEvidence(first);
  await practice.submit(first, people.mayor);
  const matterId = await practice.accept(first);
  const second = await practice.capture(colleague);
  await practice.submit(second, people.deputy, colleague);
  await practice.accept(second, matterId);
  await practice.stepMatter(matterId, { type: 'screened', opinion: 'interference', reason: '报送' }, reviewer);
  await practice.stepMatter(matterId, { type: 'referred', note: '' }, reviewer);
  await practice.stepMatter(matterId, determinedAgainst(people.mayor), committee);
  const approved = { type: 'approved' as const, approvedBy: '区委', approvedOn: '2026-03-02', documentNumber: '' };
  await practice.stepMatter(matterId, approved, committee);
  await practice.stepMatter(matterId, { type: 'released', scope: 'system', note: '' }, committee);
  const outcome = { type: 'outcome' as const, outcome: 'talk' as const, decidedOn: '2026-03-02', instrument: '' };
  await practice.stepMatter(matterId, outcome, committee);
  await practice.selfCheck(people.mayor, 2026);
  await practice.capture();
  return practice;
}

async function register({ committer }: Platform): Promise<void> {
  const kinds = {
    superior: 'court',
    court: 'court',
    superiorCommittee: 'committee',
    committee: 'committee',
    party: 'party',
  };
  const superiors: Record<string, string> = { court: places.superior, committee: places.superiorCommittee };
  await committer.submit(async (work) => {
    for (const [name, institutionId] of Object.entries(places)) {
      const body: Omit<InstitutionTable, 'id'> = {
        name,
        kind: kinds[name as keyof typeof places],
        level: 'banner',
        code: '',
        division: '',
        superior_id: superiors[name] ?? null,
        committee_id: places.committee,
        party_id: places.party,
        time_zone: 'Asia/Shanghai',
        case_system_origins: '[]',
      };
      const subject = { subjectKind: 'institution' as const, subjectId: institutionId, type: 'registered' };
      await work.append({ ...subject, institutionId, actorId: null, body });
    }
    for (const [name, officialId] of Object.entries(people)) {
      const body: Omit<OfficialRow, 'id'> = {
        name,
        pinyin: name,
        initials: name.charAt(0),
        organ_kind: 'government',
        organ: '演示区人民政府',
        post: '演示职务',
        rank: '正处级',
        retired: 0,
        institution_id: name === 'president' ? places.court : null,
        managing_party_id: places.party,
        reports_to_id: null,
        posts: '[]',
      };
      const subject = { subjectKind: 'official' as const, subjectId: officialId, type: 'registered' };
      await work.append({ ...subject, institutionId: places.party, actorId: null, body });
    }
  });
}
