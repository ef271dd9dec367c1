/** The answers to the latest questions: kept while asked for again, the longest unasked forgotten first. */
export class Recent<Answer> {
  readonly #answers = new Map<string, Answer>();
  readonly #limit: number;

  /** @param limit at most so many are kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer to a question: the one kept, or the one that `find` finds now; what it throws is thrown and not kept. */
  async answer(question: string, find: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#answers.get(question) ?? (await find());
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    const [eldest] = this.#answers.keys();
    if (eldest !== undefined && this.#answers.size > this.#limit) this.#answers.delete(eldest);
    return answer;
  }
}
