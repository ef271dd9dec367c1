/**
 * What a password that somebody chooses must be: long rather than odd (NIST SP 800-63B, 3.1.1.2). Any sign will do, none is
 * asked for; what others would try first is refused.
 */

const shortestPassword = 12;
export const longestPassword = 128;

/** Words of this place, in which nobody shall find a password: with the account's own names they are what is tried first. */
const placeWords = ['liuhen', '留痕', 'password', 'qwerty', '123456', 'abcdef', 'admin', 'fayuan', 'jiancha', 'gongan'];

export type PasswordFlaw = 'short' | 'long' | 'common';

/**
 * Why a password will not do, null where it will.
 * @param names the account's user name and name
 */
export function passwordFlaw(password: string, names: readonly string[]): PasswordFlaw | null {
  if ([...password].length < shortestPassword) return 'short';
  if (password.length > longestPassword) return 'long';
  let rest = password.toLowerCase();
  for (const word of [...names, ...placeWords]) if (word.length > 1) rest = rest.replaceAll(word.toLowerCase(), '');
  // What is left without the words, and without repetition, must still be something.
  return new Set(rest).size < 6 ? 'common' : null;
}
