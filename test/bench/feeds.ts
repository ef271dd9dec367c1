/** A page of the feed and its 304, beside the smallest route of the same server. */
import { percentile, report } from './report.ts';
import { load, openConnections, startServer } from './server-under-measurement.ts';

const path = '/feeds/performance-evaluation?year=2026&limit=100';

/** @param folder a data folder with demonstration data */
export async function benchFeeds(folder: string): Promise<void> {
  const server = await startServer(folder, 'store');
  try {
    const headers = { authorization: `Bearer ${server.feedToken}` };
    const { ask, close } = openConnections(server.port, 1);
    const page = await ask({ method: 'GET', path, headers });
    close();
    const etag = String(page.headers.etag ?? '');
    const measured = async (path: string, headers: Record<string, string>, expected: number) => {
      const question = () => ({ method: 'GET' as const, path, headers });
      await load(server.port, { connections: 1, count: 50, expected, question });
      const { milliseconds } = await load(server.port, { connections: 1, count: 300, expected, question });
      return percentile(milliseconds, 0.5);
    };
    const baseline = { name: 'smallest route (/healthz)', figure: await measured('/healthz', {}, 200) };
    report({
      name: 'feed page of 100 officials, p50',
      figure: await measured(path, headers, 200),
      unit: 'ms',
      baseline,
    });
    report({
      name: 'feed page unchanged (304), p50',
      figure: await measured(path, { ...headers, 'if-none-match': etag }, 304),
      unit: 'ms',
      baseline,
    });
    report({ name: 'feed page of 100 officials', figure: page.bytes / 1024, unit: 'KiB' });
  } finally {
    await server.stop();
  }
}
