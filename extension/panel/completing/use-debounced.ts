import { useEffect, useState } from 'preact/hooks';

/**
 * A value once it has rested.
 * @param milliseconds how long it must stay the same; short, since each letter of a name counts.
 */
export function useDebounced<Value>(value: Value, milliseconds = 150): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(waiting);
  }, [value, milliseconds]);
  return rested;
}
