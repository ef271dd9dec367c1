/** Draws one workbook in a thread of its own; see `draw-workbook.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { xlsxOf } from './xlsx.ts';

parentPort?.postMessage(new Uint8Array(await xlsxOf(workerData)));
