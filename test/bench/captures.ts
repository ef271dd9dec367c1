/**
 * Capture request → durable answer, ledger and sealing included, beside the same route validated and answered without storage,
 * and beside a bare loop that commits the same rows in batches of the same size.
 */
import { randomUUID } from 'node:crypto';
import type { Capture } from '../../shared/record/capture.ts';
import { type BareLoop, commitBare, GrowingStore } from './bare-loop.ts';
import { percentile, report } from './report.ts';
import {
  type Load,
  load,
  type Question,
  type ServerUnderMeasurement,
  startServer,
} from './server-under-measurement.ts';

const connections = [1, 8, 32, 128] as const;
const count = 2000;

/** What the write path is to reach, with the number of connections at which it is measured. */
const aims = {
  throughput: { connections: 32, atLeast: 0.25 },
  latency: { connections: 8, atMost: 15 },
} as const;

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

/** Runs a measurement on a warm server and stops it. */
async function withServer<Result>(
  folder: string,
  mode: 'store' | 'no-storage',
  measure: (server: ServerUnderMeasurement, ask: (connections: number) => Promise<Load>) => Promise<Result>,
): Promise<Result> {
  const server = await startServer(folder, mode);
  const asking = { expected: 201, question: () => question(server.captureToken) };
  try {
    await load(server.port, { ...asking, connections: 8, count: 500 });
    return await measure(server, (number) => load(server.port, { ...asking, connections: number, count }));
  } finally {
    await server.stop();
  }
}

interface Stored extends Load {
  commits: number;
  /** The same rows, committed by a loop in as many transactions. */
  bare: BareLoop;
}

const measureWithout = (folder: string): Promise<Load[]> =>
  withServer(folder, 'no-storage', async (_, ask) => {
    const loads = [];
    for (const number of connections) loads.push(await ask(number));
    return loads;
  });

const measureStored = (folder: string): Promise<Stored[]> =>
  withServer(folder, 'store', async (server, ask) => {
    const store = new GrowingStore(folder);
    const loads = [];
    for (const number of connections) {
      const before = await server.commits();
      const loaded = await ask(number);
      const commits = (await server.commits()) - before;
      const rows = store.added();
      loads.push({ ...loaded, commits, bare: commitBare(folder, store.schemaOf(rows.keys()), rows, commits) });
    }
    store.close();
    return loads;
  });

/** @param folder a data folder with demonstration data */
export async function benchCaptures(folder: string): Promise<void> {
  const without = await measureWithout(folder);
  const stored = await measureStored(folder);
  for (const [index, number] of connections.entries()) {
    const [is, route] = [stored[index], without[index]];
    if (is && route) reportLoad(number, is, route);
  }
  reportAims(new Map(connections.map((number, index) => [number, { is: stored[index], route: without[index] }])));
}

function reportLoad(number: number, is: Stored, route: Load): void {
  const name = `capture to durable answer, ${number} ${number === 1 ? 'connection' : 'connections'}`;
  const perCommit = (count / is.commits).toFixed(1);
  const bare = `bare loop, same rows, ${perCommit} captures a commit`;
  const line = (title: string, unit: string, figure: number, onRoute: number, onBare: number) => {
    report({ name: title, figure, unit, baseline: { name: 'same route without storage', figure: onRoute } });
    report({ name: title, figure, unit, baseline: { name: bare, figure: onBare } });
  };
  line(name, 'per second', is.perSecond, route.perSecond, count / (is.bare.whole / 1000));
  for (const share of [0.5, 0.99]) {
    const at = (sample: readonly number[]) => percentile(sample, share);
    line(`${name}, p${share * 100}`, 'ms', at(is.milliseconds), at(route.milliseconds), at(is.bare.milliseconds));
  }
}

function reportAims(loads: Map<number, { is: Stored | undefined; route: Load | undefined }>): void {
  const { throughput, latency } = aims;
  const { is, route } = loads.get(throughput.connections) ?? {};
  if (is && route) {
    report({
      name: `captures per second, stored ÷ without storage, ${throughput.connections} connections`,
      figure: is.perSecond / route.perSecond,
      unit: 'ratio',
      baseline: { name: 'aim, at least', figure: throughput.atLeast },
    });
  }
  // One capture in a transaction of its own is the bare durable commit. A disk has slow moments, the loop's as well as ours:
  // like is compared with like, and beside it the slowest of ours with a usual one of the loop's.
  const [slow, single] = [loads.get(latency.connections)?.is, loads.get(1)?.is];
  if (!slow || !single) return;
  for (const share of [0.99, 0.5]) {
    report({
      name: `p99 at ${latency.connections} connections ÷ p${share * 100} of a bare durable commit`,
      figure: percentile(slow.milliseconds, 0.99) / percentile(single.bare.milliseconds, share),
      unit: 'ratio',
      baseline: { name: 'aim, at most', figure: latency.atMost },
    });
  }
}
