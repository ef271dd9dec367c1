import { useEffect, useState } from 'preact/hooks';

/**
 * Counts down to an instant, a second at a time.
 * @param until epoch milliseconds.
 * @returns whole seconds left, rounded up; 0 when it has passed.
 */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (until <= Date.now()) return setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 250);
    const stopping = setTimeout(() => clearInterval(ticking), until - Date.now() + 500);
    return () => {
      clearInterval(ticking);
      clearTimeout(stopping);
    };
  }, [until]);
  return left;
}
