/** Statistics by recording institution: what is counted, when it is published, in which formats. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recordingInstitutionsSchema } from '../../../shared/statistics/recording-institutions.ts';
import { textOf, unzip } from '../unzip.ts';
import { courts, openYear, type Year } from './year.ts';

const address = '/api/statistics/recording-institutions';
let year: Year;
beforeAll(async () => {
  vi.useFakeTimers({ now: new Date('2026-01-01T02:00:00.000Z'), toFake: ['Date'] });
  year = await openYear();
  // Six people with twelve records in the first quarter; one of them alone in the second.
  const made = Array.from({ length: 12 }, (_, week) => ({ court: 'large' as const, recorder: week % 6, week }));
  for (let week = 0; week < 16; week += 1)
    await year.live(
      week,
      [...made, { court: 'large', recorder: 0, week: 15 }, { court: 'small', recorder: 0, week: 3 }],
      false,
    );
});
afterAll(async () => {
  await year.world.close();
  vi.useRealTimers();
});

const read = async (query = '') => {
  const answer = await year.world.ask('hr', 'GET', address + query);
  return recordingInstitutionsSchema.parse(await answer.json());
};
const of = (rows: { institutionId: string }[], id: string) => rows.filter(({ institutionId }) => institutionId === id);

describe('a quarter', () => {
  test('is not there before the day after its report is due, which the answer names', async () => {
    year.wait('2026-04-10T15:59:00.000Z');
    const { rows, unpublished } = await read('?year=2026');
    expect(rows).toEqual([]);
    expect(unpublished).toEqual([
      { quarter: '1', publishedOn: '2026-04-11' },
      { quarter: '2', publishedOn: '2026-07-11' },
      { quarter: '3', publishedOn: '2026-10-11' },
      { quarter: '4', publishedOn: '2027-01-11' },
    ]);
  });

  test('shows each organ under the party committee, and few or none as one sign', async () => {
    year.wait('2026-04-10T16:00:00.000Z');
    const { rows } = await read('?year=2026&quarter=1');
    expect(of(rows, courts.large)).toMatchObject([{ quarter: '1', records: 12, recorders: 6 }]);
    const [some] = of(rows, courts.small);
    const [none] = of(rows, courts.busy);
    expect([some, none]).toMatchObject([
      { records: null, recorders: null },
      { records: null, recorders: null },
    ]);
  });

  test('of the organs of another committee is not shown', async () => {
    const { rows } = await read('?year=2026&quarter=1');
    expect(rows.map(({ institutionName }) => institutionName)).not.toContain('演示市中级人民法院');
  });

  test('is the newest published one’s year where none is named', async () => {
    year.wait('2026-04-10T15:59:00.000Z');
    expect((await read()).year).toBe(2025);
    year.wait('2026-04-12T00:00:00.000Z');
    expect((await read()).year).toBe(2026);
  });
});

describe('as a file', () => {
  test('CSV carries the sign in place of the counts', async () => {
    const answer = await year.world.ask('hr', 'GET', `${address}.csv?year=2026`);
    expect(answer.headers.get('content-disposition')).toContain('recording-institutions-2026.csv');
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()).split('\r\n');
    expect(lines[0]).toBe('\ufeff年度,季度,记录机关,机关类别,层级,记录数,记录人数,机关标识');
    expect(lines).toContain(`2026,第一季度,演示法院large,人民法院,旗县区,12,6,${courts.large}`);
    expect(lines).toContain(`2026,第一季度,演示法院small,人民法院,旗县区,<5,<5,${courts.small}`);
  });

  test('XLSX carries it too, and says how to read it', async () => {
    const answer = await year.world.ask('hr', 'GET', `${address}.xlsx?year=2026`);
    const text = textOf(Object.values(unzip(Buffer.from(await answer.arrayBuffer()))).join('\n'));
    expect(text).toContain('<5');
    expect(text).toContain('保护记录人');
    expect(text).not.toContain('NaN');
  });

  test('the same again answers 304', async () => {
    for (const format of ['', '.csv', '.xlsx']) {
      const tag = (await year.world.ask('hr', 'GET', `${address}${format}`)).headers.get('etag') ?? '';
      const cookie = await year.world.cookieOf('hr');
      const again = await year.world.request(`${address}${format}`, { headers: { cookie, 'if-none-match': tag } });
      expect([format, again.status, await again.text()]).toEqual([format, 304, '']);
    }
  });
});
