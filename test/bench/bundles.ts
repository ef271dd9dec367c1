/** Size of each script and style of the extension and the console, raw and gzip. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildOutput, outputs } from '../../server/build/outputs.ts';
import { report } from './report.ts';

/** The gzip size stands beside its raw size as baseline. */
export async function benchBundles(): Promise<void> {
  for (const output of Object.values(outputs)) {
    await buildOutput(output);
    for (const entry of readdirSync(output.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !['.js', '.css'].includes(extname(entry.name))) continue;
      const file = join(entry.parentPath, entry.name);
      const content = readFileSync(file);
      report({
        name: `${output.en}: ${relative(output.folder, file)}, gzip`,
        figure: gzipSync(content).byteLength / 1024,
        unit: 'KiB',
        baseline: { name: 'raw', figure: content.byteLength / 1024 },
      });
    }
  }
}
