import { useNotices } from '../state/notices.ts';

/** One large paste is read at a time, and what the person does later wins: whatever takes its place gives up on it. */
let reading: AbortController | null = null;

/** Gives up on the one before. To be ended when its outcome is known, and before that is put into place. */
export function beginReading(): AbortController {
  stopReading();
  reading = new AbortController();
  useNotices.getState().setReading(true);
  useNotices.getState().say('Reading what was pasted…');
  return reading;
}

/** False when it was given up meanwhile: nobody wants its outcome any more. */
export function endReading(one: AbortController): boolean {
  if (reading !== one) return false;
  reading = null;
  useNotices.getState().setReading(false);
  useNotices.getState().say(null);
  return true;
}

export function stopReading(): void {
  const before = reading;
  if (before && endReading(before)) before.abort();
}
