/** Capture request → durable answer, beside the same route without storage and beside a bare durable commit. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Capture } from '../../shared/record/capture.ts';
import { percentile, report } from './report.ts';
import { load, type Question, startServer } from './server-under-measurement.ts';

const connections = [1, 8, 32];
const count = 2000;

function question(token: string): Question {
  const captureId = randomUUID();
  const capture: Capture = {
    captureId,
    capturedAt: new Date().toISOString(),
    caseNumbers: ['（2026）内0105民初1号'],
    caseTitle: '演示甲公司与演示乙公司买卖合同纠纷一案',
    cause: '买卖合同纠纷',
    parties: '原告：演示甲公司；被告：演示乙公司',
    stage: '一审',
    handlingJudge: '演示法官',
    pageAddress: 'http://localhost:8788/classic/',
    pageTitle: '审判流程管理系统',
    frameAddress: 'http://localhost:8788/classic/case.html?id=1',
    screenshot: null,
  };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return { method: 'PUT', path: `/api/captures/${captureId}`, headers, body: JSON.stringify(capture) };
}

async function measure(folder: string, mode: 'store' | 'no-storage') {
  const server = await startServer(folder, mode);
  try {
    const ask = { expected: 201, question: () => question(server.captureToken) };
    await load(server.port, { ...ask, connections: 8, count: 500 });
    const loads = [];
    for (const number of connections) loads.push(await load(server.port, { ...ask, connections: number, count }));
    return loads;
  } finally {
    await server.stop();
  }
}

/** Milliseconds of bare commits of one row the size of a capture's event. */
function bareCommits(folder: string): number[] {
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare (id TEXT PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO bare VALUES (?, ?)');
  const body = 'x'.repeat(1200);
  const milliseconds = Array.from({ length: 500 }, () => {
    const begun = performance.now();
    insert.run(randomUUID(), body);
    return performance.now() - begun;
  });
  database.close();
  return milliseconds;
}

/** @param folder a data folder with demonstration data */
export async function benchCaptures(folder: string): Promise<void> {
  const bare = bareCommits(folder);
  const without = await measure(folder, 'no-storage');
  const stored = await measure(folder, 'store');
  for (const [index, number] of connections.entries()) {
    const is = stored[index];
    const baseline = without[index];
    if (!is || !baseline) continue;
    const name = `capture to durable answer, ${number} connections`;
    report({
      name,
      figure: is.perSecond,
      unit: 'per second',
      baseline: { name: 'same route without storage', figure: baseline.perSecond },
    });
    for (const share of [0.5, 0.99]) {
      const title = `${name}, p${share * 100}`;
      const figure = percentile(is.milliseconds, share);
      const same = percentile(baseline.milliseconds, share);
      report({ name: title, figure, unit: 'ms', baseline: { name: 'same route without storage', figure: same } });
      report({
        name: title,
        figure,
        unit: 'ms',
        baseline: { name: 'bare durable commit', figure: percentile(bare, share) },
      });
    }
  }
}
