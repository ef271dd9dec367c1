/** How dates and numbers are written, in panel and console alike. */
import { language } from './language.ts';

/** The zone that users read times in unless their institution says otherwise (rule 7). */
const displayZone = 'Asia/Shanghai';

function parts(instant: string | number | Date, zone: string) {
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(new Date(instant))) found[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = found;
  return { year, month, day, hour, minute };
}

/**
 * A date and time of day: 2026年10月8日 14:05, in English 8 Oct 2026, 14:05.
 * @param instant a UTC instant, epoch milliseconds or a Date.
 */
export function formatDate(instant: string | number | Date, zone = displayZone): string {
  const { year, month, day, hour, minute } = parts(instant, zone);
  return `${formatDay(`${year}-${month}-${day}`)}${language() === 'en' ? ',' : ''} ${hour}:${minute}`;
}

/** A calendar day such as 2026-10-08, written 2026年10月8日 or 8 Oct 2026. */
export function formatDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language() !== 'en') return `${year}年${Number(month)}月${Number(date)}日`;
  const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${Number(date)} ${name} ${year}`;
}

/** The calendar day of an instant in a zone, as 2026-10-08: what `<input type="date">` takes. */
export function dayOf(instant: string | number | Date, zone = displayZone): string {
  const { year, month, day } = parts(instant, zone);
  return `${year}-${month}-${day}`;
}

/** The local date and time of an instant in a zone, as 2026-10-08T14:05: what `<input type="datetime-local">` takes. */
export function localTimeOf(instant: string | number | Date, zone = displayZone): string {
  const { hour, minute } = parts(instant, zone);
  return `${dayOf(instant, zone)}T${hour}:${minute}`;
}

/** A whole number with its thousands grouped: 1,234. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}
