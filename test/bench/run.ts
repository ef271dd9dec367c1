/** `npm run bench [name …]`: every benchmark, or those named; JSON lines on standard output. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBundles } from './bundles.ts';
import { benchCaptures } from './captures.ts';
import { benchClick } from './click.ts';
import { benchDirectory } from './directory.ts';
import { benchFeeds } from './feeds.ts';

const benchmarks: Record<string, (folder: string) => Promise<void>> = {
  bundles: benchBundles,
  click: benchClick,
  captures: benchCaptures,
  feeds: benchFeeds,
  directory: benchDirectory,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}: there are ${Object.keys(benchmarks).join(', ')}`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'liuhen-bench-'));
try {
  for (const [name, bench] of Object.entries(benchmarks)) {
    if (wanted.length === 0 || wanted.includes(name)) await bench(folder);
  }
} finally {
  rmSync(folder, { recursive: true });
}
