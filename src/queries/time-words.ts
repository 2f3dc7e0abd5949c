const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `14:05:09` in the person's own time zone; `7 March 2026, 00:05:09` when that is on another day than `now`. */
export function timeInWords(ms: number, now: number): string {
  return DAY.format(ms) === DAY.format(now) ? TIME.format(ms) : `${DAY.format(ms)}, ${TIME.format(ms)}`;
}
