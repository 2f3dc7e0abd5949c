/**
 * `Retry-After` (RFC 9110, 10.2.3) in ms from now: whole seconds, or an HTTP date in any of its three forms.
 * null: absent or unreadable, negative numbers included. A date that has passed is 0.
 *
 * `date` is the answer's own `Date`, which a same-origin page may read: the difference of the two is right
 * even when the person's clock is wrong.
 */
export function retryAfterMs(header: string | null, date: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), CENTURY_MS);
  const until = httpDate(text);
  if (until === null) return null;
  return Math.min(Math.max(0, until - (httpDate(date?.trim() ?? '') ?? now)), CENTURY_MS);
}

/** Beyond it, dates can no longer be written; nobody waits longer anyway. */
const CENTURY_MS = 100 * 365.25 * 86_400_000;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT */
const DATE_FIRST =
  /^[A-Za-z]{3,9},\s+(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{2}|\d{4})\s+(\d{2}):(\d{2}):(\d{2})(?:\s+(?:GMT|UTC))?$/;
/** Sun Nov  6 08:49:37 1994 */
const ASCTIME = /^[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})\s+(\d{4})$/;

/** Not Date.parse: it takes any rubbish with a digit in it, and reads asctime as local time. */
function httpDate(text: string): number | null {
  const dated = DATE_FIRST.exec(text);
  if (dated) return utc(dated[3], dated[2], dated[1], dated[4], dated[5], dated[6]);
  const asctime = ASCTIME.exec(text);
  if (asctime) return utc(asctime[6], asctime[1], asctime[2], asctime[3], asctime[4], asctime[5]);
  return null;
}

function utc(year = '', month = '', day = '', hours = '', minutes = '', seconds = ''): number | null {
  const index = MONTHS.indexOf(month.toLowerCase());
  if (index < 0) return null;
  // Two digits: the century nearest to now as RFC 9110 asks, which is this one for anything a service sends.
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  return Date.UTC(fullYear, index, Number(day), Number(hours), Number(minutes), Number(seconds));
}
