import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPlatform } from '../../../server/platform/platform.ts';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import { verifyReceipt } from '../../../shared/ledger/receipt-check.ts';
import type { Capture } from '../../../shared/record/capture.ts';
import { aCapture } from '../support/world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts the server to kill; answers where it listens. */
async function startServer() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server-to-kill.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, ...(JSON.parse(String(line)) as { port: number; token: string }) };
}

test('every capture that was answered is there after the server was killed at work', async () => {
  const { child, port, token } = await startServer();
  const acknowledged: { capture: Capture; receipt: Receipt }[] = [];
  let stopped = false;
  const sendOnAndOn = async () => {
    while (!stopped) {
      const capture = aCapture();
      const receipt = await fetch(`http://localhost:${port}/api/captures/${capture.captureId}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(capture),
      }).then(
        (answer) => (answer.status === 201 ? (answer.json() as Promise<Receipt>) : null),
        () => null,
      );
      if (receipt) acknowledged.push({ capture, receipt });
      if (acknowledged.length === 100) child.kill('SIGKILL');
    }
  };
  const senders = Array.from({ length: 8 }, sendOnAndOn);
  await once(child, 'exit');
  stopped = true;
  await Promise.all(senders);
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);

  const platform = await openPlatform({ folder, origin: 'http://localhost' });
  const rows = await platform.db.selectFrom('record').selectAll().execute();
  const records = await platform.sealing.openRows(platform.db, 'record', rows);
  const kept = new Map(records.map(({ id, capture_id }) => [capture_id, id]));
  for (const { capture, receipt } of acknowledged) {
    expect(kept.get(capture.captureId)).toBe(receipt.recordId);
    expect(await verifyReceipt(receipt, capture, platform.keys.signing.publicKeyHex)).toBe('genuine');
  }
  const positions = await platform.db.selectFrom('event').select(['institution_id', 'position']).execute();
  for (const { institution_id, size } of await platform.db.selectFrom('log_head').selectAll().execute()) {
    expect(positions.filter((row) => row.institution_id === institution_id).length).toBe(size);
  }
  await platform.close();
}, 60_000);
