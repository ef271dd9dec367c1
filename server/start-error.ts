/** A reason why the program cannot start that its user can mend: printed in plain words, exit code 1, no stack. */
export class StartError extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string, cause?: unknown) {
    super(en, { cause });
    this.name = 'StartError';
    this.zh = zh;
    this.en = en;
  }
}
