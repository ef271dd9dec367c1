/**
 * How the grammar reads: runs of characters of one class, folded to one width, blanks skipped.
 *
 * Every class is a single character, every run has a greatest length and every gap too; no pattern repeats, so there is
 * nothing to backtrack into. Each character of the text is looked at a bounded number of times (a test counts them).
 */

/** A run that was read: its folded text and where each of its characters stands in the source. */
export interface Run {
  readonly value: string;
  readonly places: readonly number[];
  /** Where reading goes on: one past the last character, or from the first one when read backwards. */
  readonly edge: number;
}

export const digit = /^\d$/;
/** What may stand between the figures of a number: characters other than 号, and brackets as in 呼公(刑)立字. */
export const word = /^(?!号)[一-鿿()[\]【】]$/;

const blank = /[\s\u200b-\u200d\u2060]/;

/** Indented markup puts a line break and some twenty blanks between two words of one line. */
const widestGap = 32;
/** Inside figures only a wrapped line or stray blank is bridged: two cells of a table are two figures. */
const widestGapInFigures = 2;

/**
 * Reads the longest run of `accepted` characters beside `from`, at most `most` of them.
 * @param step 1 reads forward from the character at `from`; -1 backward from the one before it.
 */
export function readRun(text: string, from: number, accepted: RegExp, most: number, step: 1 | -1 = 1): Run {
  const places: number[] = [];
  let value = '';
  let gap = 0;
  for (let at = step > 0 ? from : from - 1; value.length < most; at += step) {
    const character = text.charAt(at);
    if (blank.test(character)) {
      gap += character === '\t' ? widestGapInFigures + 1 : 1;
      if (gap > (value && accepted === digit ? widestGapInFigures : widestGap)) break;
    } else {
      // Folds full-width forms, and the radicals that PDF files put in place of characters (⾏, ⺠).
      const glyph = character === '⺠' ? '民' : character.normalize('NFKC');
      if (!accepted.test(glyph)) break;
      value = step > 0 ? value + glyph : glyph + value;
      places.push(at);
      gap = 0;
    }
  }
  const last = places.at(-1);
  if (step < 0) places.reverse();
  return { value, places, edge: last === undefined ? from : step > 0 ? last + 1 : last };
}
