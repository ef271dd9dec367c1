/** Why a text is not exactly one case number, in words for the person who typed or pasted it. */
const wordings = {
  none: {
    zh: '未识别到案号。请按“（2026）内0105民初1号”的格式填写，年份加括号，末尾写“号”。',
    en: 'No case number found. Write it as （2026）内0105民初1号, with the year in brackets and 号 at the end.',
  },
  several: {
    zh: '这里有多个案号。请只保留一个。',
    en: 'There is more than one case number here. Keep one of them.',
  },
  surrounded: {
    zh: '案号前后还有其他文字。请只保留案号本身。',
    en: 'There is other text beside the case number. Keep the number alone.',
  },
} as const;

/** A text that was to be exactly one case number and is not. `message` is `zh`. */
export class CaseNumberError extends Error {
  override readonly name = 'CaseNumberError';
  readonly reason: keyof typeof wordings;
  readonly zh: string;
  readonly en: string;

  constructor(reason: keyof typeof wordings) {
    super(wordings[reason].zh);
    this.reason = reason;
    this.zh = wordings[reason].zh;
    this.en = wordings[reason].en;
  }
}
