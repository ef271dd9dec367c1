/** Sizes and indexes as the C2SP formats write them: ASCII decimal without leading zeroes. */

/** The number that a text writes; null for any other text, and above 2^53 - 1. */
export function parseDecimal(text: string): number | null {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}
