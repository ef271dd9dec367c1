/** How often and by which roles the record was read, once its matter is handled. */
import { say } from '../../../shared/interface/language.ts';
import type { Reading } from '../../../shared/record/view.ts';
import { roles } from '../../../shared/vocabulary.ts';
import { recordsWording as wording } from './wording.ts';

export function Readings({ readings }: { readonly readings: readonly Reading[] }) {
  const said = readings.map(({ role, times }) => say(wording.readingsOfRole, { role: say(roles[role]), times }));
  return <p class="muted">{say(wording.readings, { readings: said.join(say(wording.listSeparator)) })}</p>;
}
