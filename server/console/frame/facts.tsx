/** Facts: what is known of a thing, each under its name. What is unknown is left out. */
import type { ComponentChildren } from 'preact';
import { say } from '../../../shared/interface/language.ts';
import type { Term } from '../../../shared/vocabulary.ts';

export type Fact = readonly [name: Term, value: ComponentChildren, wide?: 'wide'];

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false)
        .map(([name, value, wide]) => (
          <div key={name.zh} data-wide={wide}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The words of several codes, in one line. */
export function wordsOf<Code extends string>(vocabulary: Readonly<Record<Code, Term>>, codes: readonly Code[]): string {
  return codes.map((code) => say(vocabulary[code])).join(say({ zh: '、', en: ', ' }));
}
