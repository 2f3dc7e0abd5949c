import { openPayload, type Payload } from '../decode/payload.ts';
import { type CsvTable, readCsv } from '../decode/csv-table.ts';
import { entryOfSpans } from '../decode/span-texts.ts';
import { findEntries } from '../ocr/answer-spans.ts';
import { readAnswer } from '../ocr/read-answer.ts';
import { isListed, type ResultEntry } from '../ocr/task.ts';
import { readPasted } from './read-pasted.ts';

/** Where an entry of `results` is to be had: itself, or its number in the bytes that hold it. */
export type EntryPlace =
  | { readonly entry: ResultEntry }
  | { readonly raw: Uint8Array<ArrayBuffer>; readonly at: number };

/** The content of an entry, exactly as it was encoded. null: there is no such entry, or it is not Base64. */
export function bytesOfEntry(place: EntryPlace): Uint8Array<ArrayBuffer> | null {
  return payloadOf(place)?.received ?? null;
}

/** The content of an entry as a table; null as above. */
export function tableOfEntry(place: EntryPlace): CsvTable | null {
  const payload = payloadOf(place);
  return payload && readCsv(payload.text().text);
}

function payloadOf(place: EntryPlace): Payload | null {
  const entry = 'entry' in place ? place.entry : entryOfBody(place.raw, place.at);
  return entry && entry.data !== null ? openPayload(entry.data, entry.type, '').payload : null;
}

/** An entry of a body that was answered or pasted: what was pasted may be the entries alone, or one entry's Base64. */
function entryOfBody(raw: Uint8Array<ArrayBuffer>, at: number): ResultEntry | null {
  const spans = findEntries(raw);
  if (spans) return at < spans.count ? entryOfSpans(spans, at) : null;
  const reading = readAnswer(raw, null);
  if (reading.ok && reading.task.results) return reading.task.results[at] ?? null;
  const pasted = readPasted(new TextDecoder().decode(raw));
  const task = pasted.kind === 'found' ? pasted.answers[0]?.task : undefined;
  return (task && isListed(task) && task.results?.[at]) || null;
}
