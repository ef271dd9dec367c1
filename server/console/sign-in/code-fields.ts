/** Codes as people type them. */
import { useEffect, useRef } from 'preact/hooks';

/** A code without the spaces and capitals with which it may have been typed. */
export const plainCode = (typed: string): string => typed.replace(/\s/g, '').toLowerCase();

export const isSixDigits = (code: string): boolean => /^\d{6}$/.test(code);

/** Puts the cursor into the first field of a form when the form appears. */
export function useFirstField() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return form;
}

/** What the browser is told of a field for a code: digits on the keyboard of a phone, and the code offered where it is known. */
export const codeField = { inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 11 } as const;
