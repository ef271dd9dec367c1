/** The server under measurement, in a process of its own: `store` commits each capture, `no-storage` only answers it. */
import { randomUUID } from 'node:crypto';
import { findAccount } from '../../server/access/accounts.ts';
import { Committer } from '../../server/committer/committer.ts';
import type { StoredEvent } from '../../server/committer/event.ts';
import { issueCredential } from '../../server/credentials/credentials.ts';
import { fillDemonstration } from '../../server/demonstration/fill-demonstration.ts';
import { Ledger } from '../../server/ledger/ledger.ts';
import { openPlatform, type Platform } from '../../server/platform/platform.ts';
import { listen } from '../../server/serve.ts';
import { formatLogProof } from '../../shared/ledger/log-proof.ts';

const [folder = '', mode = 'store'] = process.argv.slice(2);
const salt = '0'.repeat(64);

/** Answers a capture as the committer would, without a store. */
class AnsweringCommitter extends Committer {
  override submit<Result>(): Promise<Result> {
    const event: StoredEvent = {
      institutionId: randomUUID(),
      subjectKind: 'record',
      subjectId: randomUUID(),
      subjectVersion: 1,
      type: 'captured',
      at: new Date().toISOString(),
      actorId: null,
      body: {},
      position: 0,
      salt,
      leafForm: 2,
      commitment: salt,
    };
    return Promise.resolve({ created: true, event } as Result);
  }
}

/** Answers a proof of the usual length, out of no log. */
class AnsweringLedger extends Ledger {
  static readonly #proof = formatLogProof({
    index: 1000,
    hashes: Array.from({ length: 10 }, () => new Uint8Array(32)),
    checkpoint: 'x'.repeat(220),
  });
  override proofOf(): Promise<string> {
    return Promise.resolve(AnsweringLedger.#proof);
  }
}

let commits = 0;
const platform = await openPlatform({
  folder,
  origin: 'http://localhost',
  log({ query }) {
    if (query.sql === 'commit') commits++;
  },
});
const filled = await platform.db.selectFrom('institution').select('id').limit(1).executeTakeFirst();
if (!filled) await fillDemonstration(platform, { caseSystemOrigins: [] });
const judge = await platform.db
  .selectFrom('user')
  .select(['id', 'institutionId'])
  .where('id', '=', (await findAccount(platform.authentication, 'judge')) ?? '')
  .executeTakeFirstOrThrow();
const department = await platform.db
  .selectFrom('institution')
  .select('id')
  .where('kind', '=', 'hr')
  .where('level', '=', 'region')
  .executeTakeFirstOrThrow();
const issue = (purpose: 'capture' | 'feed', account_id: string | null, institution_id: string) =>
  platform.committer.submit(issueCredential({ purpose, account_id, institution_id, label: 'bench' }));
const capture = await issue('capture', judge.id, judge.institutionId);
const feed = await issue('feed', null, department.id);
const served: Platform =
  mode === 'store'
    ? platform
    : {
        ...platform,
        committer: new AnsweringCommitter({ ...platform, newSalt: () => salt }),
        ledger: new AnsweringLedger(() => platform.keys.signing),
      };
const { port, close } = await listen(served, 0);
process.once('SIGTERM', () => void close().then(() => process.exit(0)));
process.on('message', () => process.send?.(commits));
console.log(JSON.stringify({ port, captureToken: capture.token, feedToken: feed.token }));
