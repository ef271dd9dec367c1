/**
 * `npm run faults [-- kills [seed]]`: kills the server 200 times, or as often as asked. A line that moves while it works; then
 * JSON lines, or the first thing that was lost, and exit code 1.
 */
import { randomUUID } from 'node:crypto';
import { report } from '../bench/report.ts';
import { killOverAndOver } from './rounds.ts';

const [kills = '200', seed = randomUUID()] = process.argv.slice(2);
const began = performance.now();
try {
  const summary = await killOverAndOver({
    kills: Number(kills),
    seed,
    onRound(done, { captures, evidence, cutOff }) {
      const line = `  ${done}/${kills} kills · ${captures} captures · ${evidence} files · ${cutOff} cut off`;
      if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
      else if (done % 10 === 0) console.error(line);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  report({ name: 'server killed under load', figure: summary.kills, unit: 'kills' });
  report({ name: 'acknowledged captures found once, receipt equal', figure: summary.captures, unit: 'captures' });
  report({ name: 'acknowledged evidence found, byte-equal', figure: summary.evidence, unit: 'files' });
  report({ name: 'requests cut off, then brought again', figure: summary.cutOff, unit: 'requests' });
  report({ name: 'lost, doubled or altered', figure: 0, unit: 'captures and files' });
  report({ name: 'whole run', figure: (performance.now() - began) / 1000, unit: 's' });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
