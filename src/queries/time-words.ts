const TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `7 March 2026 at 14:05:09`, in the person's own time zone. With its date: a wait can last beyond midnight. */
export function timeInWords(ms: number): string {
  return TIME.format(ms);
}
