/** A case number: never broken over lines in running text, and copied with one click. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from './language.ts';
import { sharedWording } from './wording.ts';

export function CaseNumber({ value, large }: { value: string; large?: boolean }): JSX.Element {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      // A page without leave to write the clipboard still shows the number, to be selected by hand.
      () => setCopied(false),
    );
  return (
    <button
      type="button"
      class="case-number"
      data-large={large || undefined}
      title={say(sharedWording.copyCaseNumber, { caseNumber: value })}
      onClick={(event) => {
        event.stopPropagation();
        void copy();
      }}
    >
      <span>{value}</span>
      <span class="case-number-copy" aria-live="polite">
        {say(copied ? sharedWording.copied : sharedWording.copy)}
      </span>
    </button>
  );
}
