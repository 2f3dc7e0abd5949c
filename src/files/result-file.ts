import type { CsvTable } from '../core/decode/csv-table.ts';
import { bytesOfEntry, type EntryPlace, tableOfEntry } from '../core/intake/entry-of-answer.ts';
import { OFF_THE_PAGE } from '../core/ocr/read-answer.ts';
import { isListed, type ReceivedAnswer } from '../core/ocr/task.ts';
import { run } from '../workers/run.ts';

/**
 * The bytes of a file within an answer, decoded again: nobody keeps them. A large one is decoded off the page.
 * @throws an Error in words when they cannot be had; the signal's reason when aborted
 */
export async function resultBytes(
  answer: ReceivedAnswer,
  entry: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { place, large } = placeOf(answer, entry);
  const bytes = large ? await run('openEntry', place, { signal }) : bytesOfEntry(place);
  signal?.throwIfAborted();
  return bytes ?? gone(entry);
}

/** The same as a table. */
export async function resultTable(answer: ReceivedAnswer, entry: number, signal?: AbortSignal): Promise<CsvTable> {
  const { place, large } = placeOf(answer, entry);
  const table = large ? await run('openTable', place, { signal }) : tableOfEntry(place);
  signal?.throwIfAborted();
  return table ?? gone(entry);
}

/** An answer that lists its entries gives one away; of others the bytes are looked through. */
function placeOf({ task, raw }: ReceivedAnswer, at: number): { readonly place: EntryPlace; readonly large: boolean } {
  if (!isListed(task)) return { place: { raw, at }, large: raw.length >= OFF_THE_PAGE };
  const entry = task.results?.[at] ?? { type: null, data: null };
  return { place: { entry }, large: (entry.data?.length ?? 0) >= OFF_THE_PAGE };
}

function gone(entry: number): never {
  throw new Error(`Entry ${entry + 1} of the answer could not be decoded again. Save the answer itself instead.`);
}
