/** A search box whose text goes into the address once the typing pauses. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '../../../shared/interface/field.tsx';

const pauseBeforeSearch = 250;

interface SearchFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  onSearch: (text: string) => void;
}

export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps): JSX.Element {
  const [text, setText] = useState(value);
  const latest = useRef(onSearch);
  latest.current = onSearch;
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => latest.current(text.trim()), pauseBeforeSearch);
    return () => clearTimeout(timer);
  }, [text, value]);
  return <TextField label={label} type="search" placeholder={placeholder} value={text} onChange={setText} />;
}
