import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * An institution's own build of the extension: the same files, with access to its case systems granted at installation
 * instead of asked for. For roll-out by policy, and for browsers in which nobody can answer the question.
 * @param build.from the folder that WXT built, `.output/chrome-mv3`.
 * @param build.to written anew.
 * @param build.origins origins of the case systems, `https://case.example.cn`, or match patterns.
 */
export async function makeInstitutionBuild(build: {
  readonly from: string;
  readonly to: string;
  readonly origins: readonly string[];
}): Promise<void> {
  await rm(build.to, { recursive: true, force: true });
  await cp(build.from, build.to, { recursive: true });
  const path = join(build.to, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
  const patterns = build.origins.map(matchPattern);
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: patterns }, undefined, 2));
}

/** Match patterns know no ports in Firefox and any port in Chromium: the port is left out. */
function matchPattern(origin: string): string {
  if (origin.endsWith('/*')) return origin;
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
