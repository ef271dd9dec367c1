/** The road of a record through the application, as the tests of several features walk it. */
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import type { MatterStepInput } from '../../../shared/matter/steps.ts';
import type { MatterView } from '../../../shared/matter/view.ts';
import type { Capture } from '../../../shared/record/capture.ts';
import type { Details } from '../../../shared/record/details.ts';
import type { RecordView } from '../../../shared/record/view.ts';
import { type AccountName, aCapture, officials, someDetails, type World } from './world.ts';

async function expectOk<Body>(answer: Response): Promise<Body> {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Body;
}

/** Captures and submits; answers the record's id. */
export async function submitRecord(
  world: World,
  changes: { capture?: Partial<Capture>; details?: Partial<Details>; judge?: AccountName } = {},
): Promise<string> {
  const judge = changes.judge ?? 'judge';
  const capture = aCapture(changes.capture);
  const token = await world.captureToken(judge);
  const receipt = await expectOk<Receipt>(
    await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture),
  );
  const step = { type: 'submitted', details: someDetails(changes.details) };
  await expectOk(await world.ask(judge, 'POST', `/api/records/${receipt.recordId}/events`, step));
  return receipt.recordId;
}

/** Accepts a submitted record into a new matter; answers the matter's id. */
export async function acceptRecord(
  world: World,
  recordId: string,
  reviewer: AccountName = 'reviewer',
): Promise<string> {
  const step = { type: 'accepted', matterId: null };
  const record = await expectOk<RecordView>(await world.ask(reviewer, 'POST', `/api/records/${recordId}/events`, step));
  if (!record.matterId) throw new Error('The accepted record has no matter');
  return record.matterId;
}

/** Takes steps of a matter one after the other, each as the account named. */
export async function walkMatter(
  world: World,
  matterId: string,
  steps: [AccountName, MatterStepInput][],
): Promise<MatterView> {
  let view: MatterView | null = null;
  for (const [account, step] of steps) {
    const seen: MatterView =
      view ?? (await expectOk<MatterView>(await world.ask(account, 'GET', `/api/matters/${matterId}`)));
    const request = { expectedVersion: seen.version, step };
    view = await expectOk<MatterView>(await world.ask(account, 'POST', `/api/matters/${matterId}/events`, request));
  }
  if (!view) throw new Error('No step was taken');
  return view;
}

/** The steps from an opened matter to its approved release against an official. */
export function stepsToApproval(officialId: string = officials.mayor.id): [AccountName, MatterStepInput][] {
  return [
    ['reviewer', { type: 'screened', opinion: 'interference', reason: '涉嫌违法干预' }],
    ['reviewer', { type: 'referred', note: '' }],
    ['committee', { type: 'studied', note: '经研究' }],
    [
      'committee',
      {
        type: 'determined',
        determination: 'interference',
        officialId,
        capacity: 'official',
        conducts: ['pleading'],
        typicalCircumstances: [],
        typicalCase: false,
        reason: '事实清楚',
      },
    ],
    ['committee', { type: 'approved', approvedBy: '演示区委', approvedOn: '2026-11-01', documentNumber: '' }],
  ];
}

export const release: [AccountName, MatterStepInput] = ['committee', { type: 'released', scope: 'system', note: '' }];
