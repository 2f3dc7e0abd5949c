import { bytesOfEntry, tableOfEntry } from '../../core/intake/entry-of-answer.ts';
import type { JobHandlers } from '../jobs.ts';

export const openEntryJob: JobHandlers['openEntry'] = async (place) => {
  const bytes = bytesOfEntry(place);
  return { output: bytes, transfer: bytes ? [bytes.buffer] : [] };
};

/** Its columns are moved; the text is one string, which crosses as a copy. */
export const openTableJob: JobHandlers['openTable'] = async (place) => {
  const table = tableOfEntry(place);
  const columns = table ? [table.rowFrom.buffer, table.firstCell.buffer, table.cellTo.buffer] : [];
  return { output: table, transfer: columns };
};
