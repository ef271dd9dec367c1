/** The form that completes a record: chips first, typing last; every answer is kept at once. */
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { CheckboxChips, RadioChips } from '../../../shared/interface/chips.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import type { Capture } from '../../../shared/record/capture.ts';
import {
  capacities,
  channels,
  conducts,
  leaningOpinions,
  responses,
  stages,
  type Term,
  typicalCircumstances,
} from '../../../shared/vocabulary.ts';
import { termOf } from '../server.ts';
import type { Desk } from './desk.ts';
import type { SavingState } from './draft-saver.ts';
import { missingFrom, type RequiredField } from './missing.ts';
import type { PastAnswers } from './past-answers.ts';
import { RequestField } from './request-field.tsx';
import { type CarriedField, carriedFields, type Draft, startingDraft } from './starting-draft.ts';
import { TimeAndPlace } from './time-and-place.tsx';
import { WhoField } from './who-field.tsx';
import { completingWording as wording } from './wording.ts';

interface CompletingFormProps {
  readonly capture: Capture;
  readonly desk: Desk;
  readonly past: PastAnswers;
  /** Whether it was submitted before and came back. */
  readonly again: boolean;
  /** Where the field of the case number stands, which is above this form. */
  readonly onCaseNumberMissing: (message: string | undefined) => void;
}

export function CompletingForm({ capture, desk, past, again, onCaseNumberMissing }: CompletingFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [pressed, setPressed] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Term | null>(null);
  const draft: Draft = { ...startingDraft(capture, past.last), ...desk.answered };
  const lacks = pressed ? missingFrom(draft, capture.caseNumbers, Date.now()) : [];
  const errorOf = (field: RequiredField) => {
    const lack = lacks.find((one) => one.field === field);
    return lack && say(lack.message);
  };
  const carried = carriedFields(desk.answered, past.last);
  const hintOf = (field: CarriedField) => (carried.includes(field) ? say(wording.carriedOver) : undefined);

  const submit = async () => {
    const missing = missingFrom(draft, capture.caseNumbers, Date.now());
    setPressed(true);
    setRefusal(null);
    onCaseNumberMissing(
      missing.map((lack) => lack.field === 'caseNumber' && say(lack.message)).find(Boolean) || undefined,
    );
    if (missing.length > 0) return focusFirstError(form.current);
    setSending(true);
    await desk.submit(draft).catch((error: unknown) => setRefusal(termOf(error)));
    setSending(false);
  };

  return (
    <form
      ref={form}
      class="completing"
      noValidate
      aria-label={say(wording.title)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header>
        <h2>{say(wording.title)}</h2>
        <p class="muted">{say(wording.whenTimeAllows)}</p>
      </header>
      <WhoField
        actor={draft.actor}
        recent={past.actors}
        error={errorOf('actor')}
        onChange={(actor) => desk.save({ actor })}
      />
      <RadioChips
        legend={say(wording.capacity)}
        required
        options={capacities}
        value={draft.capacity}
        hint={hintOf('capacity')}
        error={errorOf('capacity')}
        // Insiders fall under a sister instrument with other addressees.
        onChange={(capacity) => desk.save({ capacity, regime: capacity === 'insider' ? 'insider' : 'leading-cadre' })}
      />
      <RadioChips
        legend={say(wording.channel)}
        required
        options={channels}
        value={draft.channel}
        hint={hintOf('channel')}
        error={errorOf('channel')}
        onChange={(channel) => desk.save({ channel })}
      />
      <CheckboxChips
        legend={say(wording.conducts)}
        options={conducts}
        hint={say(wording.severalPossible)}
        values={draft.conducts ?? []}
        onChange={(chosen) => desk.save({ conducts: chosen })}
      />
      <CheckboxChips
        legend={say(wording.typicalCircumstances)}
        options={typicalCircumstances}
        hint={say(wording.ifAny)}
        values={draft.typicalCircumstances ?? []}
        onChange={(chosen) => desk.save({ typicalCircumstances: chosen })}
      />
      <RadioChips
        legend={say(wording.leaningOpinion)}
        required
        options={leaningOpinions}
        value={draft.leaningOpinion}
        error={errorOf('leaningOpinion')}
        onChange={(leaningOpinion) => desk.save({ leaningOpinion })}
      />
      <RadioChips
        legend={say(wording.response)}
        required
        options={responses}
        value={draft.response}
        hint={hintOf('response')}
        error={errorOf('response')}
        onChange={(response) => desk.save({ response })}
      />
      <RadioChips
        legend={say(wording.stage)}
        options={stages}
        value={draft.stage}
        onChange={(stage) => desk.save({ stage })}
      />
      <RequestField value={draft.request ?? ''} onChange={(request) => desk.save({ request })} />
      <TimeAndPlace draft={draft} error={errorOf('occurredAt')} onChange={desk.save} />
      {refusal && <Notice tone="danger" title={say(refusal)} />}
      <footer class="submit-bar">
        <p role="status" class={lacks.length > 0 ? 'field-error' : 'muted'}>
          {lacks.length > 0 ? say(wording.lacking, { count: lacks.length }) : say(savingWords[desk.saving])}
        </p>
        <Button type="submit" tone="primary" busy={sending}>
          {say(again ? wording.submitAgain : wording.submit)}
        </Button>
      </footer>
    </form>
  );
}

const savingWords: Record<SavingState, Term> = {
  saved: wording.savedHere,
  saving: wording.saving,
  failed: wording.notSaved,
};

/** Leads to the first field that lacks something: after the errors are there. */
function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const fault = form?.closest('main')?.querySelector('[aria-invalid="true"], fieldset:has(.field-error)');
    const control = fault?.matches('input') ? fault : fault?.querySelector('input');
    if (control instanceof HTMLElement) control.focus();
    fault?.scrollIntoView({ block: 'center' });
  });
}
