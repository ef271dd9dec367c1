import { useEffect, useState } from 'preact/hooks';

/**
 * A value once it has rested, so that a search does not go out for each letter.
 * @param milliseconds how long it must stay the same.
 */
export function useRested<Value>(value: Value, milliseconds = 200): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(waiting);
  }, [value, milliseconds]);
  return rested;
}
