/** The form of a step whose fields stand in the table of `step-fields.ts`. */
import { useState } from 'preact/hooks';
import { RadioChips } from '../../../shared/interface/chips.tsx';
import { TextArea, TextField } from '../../../shared/interface/field.tsx';
import { dayOf } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import type { MatterView } from '../../../shared/matter/view.ts';
import { matterTransitions } from '../../../shared/matter/workflow.ts';
import { StepDialog } from '../frame/step-dialog.tsx';
import { stepWording as wording } from '../wording/matters.ts';
import { missingFields, type StepField, stepForms, type Texts } from './step-fields.ts';
import { useMatterStep } from './use-matter.ts';

interface PlainStepDialogProps {
  matter: MatterView;
  step: keyof typeof stepForms;
  onClose: () => void;
}

/** Days are mostly today's. */
const startingTexts = (fields: readonly StepField[]): Texts =>
  Object.fromEntries(fields.filter(({ kind }) => kind === 'day').map(({ name }) => [name, dayOf(Date.now())]));

export function PlainStepDialog({ matter, step, onClose }: PlainStepDialogProps) {
  const form = stepForms[step];
  const taking = useMatterStep(matter);
  const [texts, setTexts] = useState(() => startingTexts(form.fields));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const send = () => {
    const lacking = missingFields(form, texts);
    setMissing(lacking);
    if (lacking.length === 0) taking.mutate(form.toStep(texts), { onSuccess: onClose });
  };
  const name = say(matterTransitions[step]);
  return (
    <StepDialog
      title={name}
      confirm={say(wording.confirm, { step: name })}
      taking={taking}
      onConfirm={send}
      onClose={onClose}
    >
      {form.notice && <Notice title={say(form.notice)} />}
      {form.fields.map((field) => (
        <StepControl
          key={field.name}
          field={field}
          text={texts[field.name] ?? ''}
          error={missing.includes(field.name) && !texts[field.name] ? say(wording.missing) : undefined}
          onChange={(text) => setTexts({ ...texts, [field.name]: text })}
        />
      ))}
    </StepDialog>
  );
}

interface StepControlProps {
  field: StepField;
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

function StepControl({ field, text, error, onChange }: StepControlProps) {
  const { kind, label, required, options } = field;
  const shared = { required, error, onChange };
  if (kind === 'choice' && options) {
    return <RadioChips {...shared} legend={say(label)} options={options} value={text} />;
  }
  if (kind === 'passage') return <TextArea {...shared} label={say(label)} value={text} maxLength={4000} />;
  return <TextField {...shared} label={say(label)} type={kind === 'day' ? 'date' : 'text'} value={text} />;
}
