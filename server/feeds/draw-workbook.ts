/**
 * Drawing a large workbook takes seconds of computing, and the thread of the server must not stand still meanwhile:
 * somebody's click waits for its receipt. A small one is drawn at once, sooner than a thread starts.
 */
import { Worker } from 'node:worker_threads';
import type { Table } from './column.ts';
import { xlsxOf } from './xlsx.ts';

/** Lines that take about as long as starting a thread. */
const smallWorkbook = 400;

/** The workbook as a file. */
export async function drawWorkbook(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const size = tables.reduce((sum, { lines }) => sum + lines.length, 0);
  if (size <= smallWorkbook) return new Uint8Array(await xlsxOf(tables));
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { workerData: tables });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that draws workbooks ended with ${code}`)));
  });
}
