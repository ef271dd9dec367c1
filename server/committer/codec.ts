/** How the body of an event is written. `clear` is canonical JSON; a sealed codec joins it without touching a row. */
import { canonicalJson } from '../../shared/ledger/canonical.ts';

const codecs = {
  clear: { write: canonicalJson, open: (body: string): object => JSON.parse(body) },
};

export type Codec = keyof typeof codecs;

/** The stored form of a body. */
export const writeBody = (codec: Codec, body: object): string => codecs[codec].write(body);

/** @throws {Error} for a codec that this release does not know. */
export function openBody(codec: string, body: string): object {
  const known = codecs[codec as Codec];
  if (!known) throw new Error(`Unknown body codec ${codec}`);
  return known.open(body);
}
