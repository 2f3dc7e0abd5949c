import type { Problem } from '../../problem.ts';
import { type CsvTable, MOST_CELLS, numberedBy, readCsv } from '../csv-table.ts';
import type { Format } from '../format.ts';
import { isTyped } from '../payload.ts';

/**
 * A table as text: a file that can be shown, and the text of the whole where no entry is a text. Type `Csv` (vendor's samples);
 * without it, only what numbers its columns in the first row as these samples do (`0,1`): any list with commas looks like CSV.
 */
export const csvFormat: Format = {
  name: 'CSV',
  // The numbers of the columns: any other text may have commas.
  begins: /^\s*"?0"?[,;\t]/,
  matches: (payload, { kind }) =>
    kind === 'recognition' &&
    (isTyped(payload, ...CSV_TYPES) || (!isTyped(payload, 'text') && isNumberedTable(payload.text().text))),
  read: (payload) => {
    const { text, problems } = payload.text();
    const file = { noun: 'a CSV table', extension: 'csv', mime: 'text/csv', size: payload.received.length };
    return { as: 'file', file, text, problems: [...problems, ...csvProblems(payload.where, readCsv(text))] };
  },
};

const CSV_TYPES = ['csv', 'tsv'] as const;

/** With a row below the one that numbers the columns. */
function isNumberedTable(text: string): boolean {
  return numberedBy(text) !== null && /[\r\n]\s*\S/.test(text.slice(0, 100_000));
}

function csvProblems(where: string, { rows, unclosed, cutAt }: CsvTable): Problem[] {
  const problems: Problem[] = [];
  if (unclosed >= 0) {
    const what = `has a quote in row ${unclosed + 1} of the file that nothing closes, so the rest of the table stands in one cell`;
    problems.push({ where, what, todo: 'Read its text in the list, or save it.', severity: 'warning' });
  }
  if (cutAt >= 0) {
    const most = `${MOST_CELLS.toLocaleString('en')} cells`;
    const what = `has more than ${most}; the first ${rows.toLocaleString('en')} rows are shown`;
    problems.push({ where, what, todo: 'Save it to have all of them.', severity: 'warning' });
  }
  return problems;
}
