/** The profile with which the demonstration's browser begins: empty, but for the toolbar button in its place. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The id that Chromium gives an unpacked extension: the first half of the SHA-256 of its path, each hexadecimal digit
 * as a letter from a to p.
 * @param folder absolute
 */
function idOfUnpacked(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** Makes a profile anew in which the extension's button stands in the toolbar instead of behind the puzzle piece. */
export function makeProfile(profile: string, extension: string): void {
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = {
    extensions: { pinned_extensions: [idOfUnpacked(extension)], ui: { developer_mode: true } },
    browser: { has_seen_welcome_page: true, check_default_browser: false },
    // Of a demonstration account, typed by the program: not worth a question.
    credentials_enable_service: false,
    translate: { enabled: false },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}
