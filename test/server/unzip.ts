/** Reads the entries of a zip file by its central directory (APPNOTE 4.3.12): enough for XLSX and DOCX. */
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;

/** Every entry by name, as text. */
export function unzip(file: Buffer): Record<string, string> {
  let end = file.length - 22;
  while (file.readUInt32LE(end) !== endOfDirectory) end -= 1;
  const entries: Record<string, string> = {};
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = file.readUInt16LE(at + 10);
    const size = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const body = file.subarray(start, start + size);
    entries[file.toString('utf8', at + 46, at + 46 + nameLength)] = (
      method === 0 ? body : inflateRawSync(body)
    ).toString('utf8');
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The text of an XML fragment without its tags. */
export const textOf = (xml: string): string =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
