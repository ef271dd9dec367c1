/** The forms of a matter's steps, held against the schema that the server checks them with. */
import { describe, expect, test } from 'vitest';
import { missingFields, type StepField, stepForms } from '../../../server/console/matters/step-fields.ts';
import { matterStepSchema } from '../../../shared/matter/steps.ts';

const filling: Record<StepField['kind'], (field: StepField) => string> = {
  line: () => '赛罕区委',
  passage: () => '事实清楚',
  day: () => '2026-10-08',
  choice: ({ options = {} }) => Object.keys(options)[0] ?? '',
};

const fill = (fields: readonly StepField[]) =>
  Object.fromEntries(fields.map((field) => [field.name, filling[field.kind](field)]));

const forms = Object.entries(stepForms);

describe('the form of every plain step', () => {
  test.each(forms)('%s, filled in, makes a step that the server takes', (step, form) => {
    const texts = fill(form.fields);
    expect(missingFields(form, texts)).toEqual([]);
    const made = form.toStep(texts);
    expect(made.type).toBe(step);
    expect(matterStepSchema.parse(made)).toEqual(made);
  });

  test.each(forms)('%s, with only what is required, makes a step that the server takes', (_step, form) => {
    const made = form.toStep(fill(form.fields.filter(({ required }) => required)));
    expect(matterStepSchema.safeParse(made).success).toBe(true);
  });

  test.each(forms)('%s requires exactly what the server refuses when blank', (_step, form) => {
    for (const { name, required, kind } of form.fields) {
      const blank = { ...fill(form.fields), [name]: '   ' };
      expect(missingFields(form, blank)).toEqual(required ? [name] : []);
      if (kind === 'choice') continue;
      expect(matterStepSchema.safeParse(form.toStep(blank)).success, name).toBe(!required);
    }
  });

  test('a choice outside the vocabulary makes no step', () => {
    expect(() => stepForms.released.toStep({ scope: 'everywhere' })).toThrow(RangeError);
  });
});
