/** A choice of year: this one and some before it. */
import { Field } from '../../../shared/interface/field.tsx';
import { dayOf } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { feedWording as wording } from '../wording/feeds.ts';

/** The year that it is now where users read times. */
export const thisYear = (): number => Number(dayOf(Date.now()).slice(0, 4));

interface YearFieldProps {
  year: number;
  /** How many years to choose from. */
  years: number;
  labelHidden?: boolean;
  onChange: (year: string) => void;
}

export function YearField({ year, years, labelHidden, onChange }: YearFieldProps) {
  const newest = Math.max(thisYear(), year);
  return (
    <Field label={say(wording.year)} labelHidden={labelHidden}>
      {(control) => (
        <select class="input" {...control} value={year} onChange={(event) => onChange(event.currentTarget.value)}>
          {Array.from({ length: years }, (_, back) => newest - back).map((option) => (
            <option key={option} value={option}>
              {say(wording.yearOption, { year: option })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
