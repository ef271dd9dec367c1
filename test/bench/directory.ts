/** Typeahead and feed among 100,000 officials, through the whole application, beside a route that reads nobody. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { issueCredential } from '../../server/credentials/credentials.ts';
import { fillDemonstration } from '../../server/demonstration/fill-demonstration.ts';
import type { OfficialRow } from '../../server/directory/stored-officials.ts';
import { openPlatform, type Platform } from '../../server/platform/platform.ts';
import { percentile, report } from './report.ts';

const officials = 100_000;

/** Registers the officials of the demonstration over and over. */
async function register(platform: Platform, models: readonly OfficialRow[]): Promise<void> {
  for (let done = models.length; done < officials; ) {
    const batch = models.slice(0, officials - done);
    await platform.committer.submit(async (work) => {
      for (const { id: _, ...body } of batch) {
        await work.append({
          institutionId: body.managing_party_id,
          subjectKind: 'official',
          subjectId: randomUUID(),
          type: 'registered',
          actorId: null,
          body,
        });
      }
    });
    done += batch.length;
  }
}

/** Milliseconds of each of some answers, one after the other. @throws {Error} for an answer that is not the expected one */
async function timed(ask: () => Promise<Response>, expected: number, count: number): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const begun = performance.now();
    const answer = await ask();
    await answer.arrayBuffer();
    milliseconds.push(performance.now() - begun);
    if (answer.status !== expected) throw new Error(`Answered ${answer.status} where ${expected} was expected`);
  }
  return milliseconds;
}

/** @param folder a folder in which this benchmark makes one of its own */
export async function benchDirectory(folder: string): Promise<void> {
  const platform = await openPlatform({
    folder: join(folder, 'directory'),
    origin: 'http://localhost',
    demonstration: true,
  });
  try {
    const { password } = await fillDemonstration(platform, { records: 300, caseSystemOrigins: [] });
    await register(
      platform,
      (await platform.directory.inOrder('pinyin')).map(({ row }) => row),
    );
    const app = createApp(platform);
    const signedIn = await app.request('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'judge', password }),
    });
    const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]);
    const department = await platform.db
      .selectFrom('institution')
      .select('id')
      .where('kind', '=', 'hr')
      .where('level', '=', 'region')
      .executeTakeFirstOrThrow();
    const { token } = await platform.committer.submit(
      issueCredential({ purpose: 'feed', account_id: null, institution_id: department.id, label: 'bench' }),
    );
    const ask = (path: string, headers: Record<string, string>) => async () => app.request(path, { headers });
    const reader = { cookie: cookie.join('; ') };
    const puller = { authorization: `Bearer ${token}` };
    const smallest = await timed(ask('/healthz', {}), 200, 300);
    const baseline = { name: 'smallest route (/healthz)', figure: percentile(smallest, 0.5) };
    const figure = (name: string, value: number) => report({ name, figure: value, unit: 'ms', baseline });

    const [loading = 0] = await timed(ask('/api/directory/officials?q=w', reader), 200, 1);
    figure(`directory of ${officials} officials read, and the first typeahead`, loading);
    const typed = ['w', 'wang', 'wxm', 'li m', '王', '明', '局长', '财政局 王', 'zzzz'];
    const slowest: number[] = [];
    for (const q of typed) {
      const asked = ask(`/api/directory/officials?q=${encodeURIComponent(q)}`, reader);
      slowest.push(percentile(await timed(asked, 200, 40), 0.95));
    }
    figure(`typeahead among ${officials} officials, p95 of the slowest of ${typed.length} words`, Math.max(...slowest));

    const path = '/feeds/performance-evaluation?year=2026&limit=100';
    const [fresh = 0] = await timed(ask(path, puller), 200, 1);
    figure(`feed page of 100 among ${officials} officials, first of a version`, fresh);
    figure('the same, p50 of those that follow', percentile(await timed(ask(path, puller), 200, 200), 0.5));
    const tag = (await app.request(path, { headers: puller })).headers.get('etag') ?? '';
    const unchanged = await timed(ask(path, { ...puller, 'if-none-match': tag }), 304, 200);
    figure('the same unchanged (304), p50', percentile(unchanged, 0.5));
  } finally {
    await platform.close();
  }
}
