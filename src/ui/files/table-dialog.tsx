import { Download } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { cellsInRow, type CsvTable } from '../../core/decode/csv-table.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import { failureWords, useFeedback } from '../kit/use-feedback.ts';
import { CsvGrid, MOST_COLUMNS } from './csv-grid.tsx';
import css from './table-dialog.module.css';

export interface TableDialogProps {
  /** Name of the file. */
  readonly title: string;
  /** Called once, when the dialog opens; stopped when it closes. Rejects in words. */
  readonly read: (signal: AbortSignal) => Promise<CsvTable>;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
}

type Reading = CsvTable | { readonly failed: string } | null;

/** A CSV of the answer as a table. Its rows are read from the text as they come into sight. */
export function TableDialog({ title, read, onSave, onClose }: TableDialogProps) {
  const [reading, setReading] = useState<Reading>(null);
  // The one that the dialog was opened with: what comes later is the same file.
  const [first] = useState(() => read);
  const { feedback, run } = useFeedback();
  useEffect(() => {
    const stop = new AbortController();
    first(stop.signal).then(
      (table) => !stop.signal.aborted && setReading(table),
      (error: unknown) => !stop.signal.aborted && setReading({ failed: failureWords(error) }),
    );
    return () => stop.abort();
  }, [first]);
  const table = reading !== null && !('failed' in reading) ? reading : null;
  const words = useMemo(() => (table ? tableWords(table) : []), [table]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="wide"
      startAt="close"
      footer={
        <>
          <FeedbackLine feedback={feedback} className={css.said} />
          <Button icon={<Download size={16} />} onClick={() => run('save', `Saved as ${title}.`, onSave)}>
            Save
          </Button>
        </>
      }
    >
      {reading === null && <p className={css.words}>Reading the table…</p>}
      {reading !== null && 'failed' in reading && <p role="alert">{reading.failed}</p>}
      {table && (
        <>
          {words.map((sentence) => (
            <p key={sentence} className={css.words}>
              {sentence}
            </p>
          ))}
          {table.rows > firstRow(table) && <CsvGrid table={table} firstRow={firstRow(table)} name={title} />}
        </>
      )}
    </Dialog>
  );
}

/** The row that numbers the columns is their head, where others have letters. */
function firstRow(table: CsvTable): number {
  return table.numbered ? 1 : 0;
}

const DELIMITER_NAMES: Record<CsvTable['delimiter'], string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** What a person should know of it, in sentences. */
function tableWords(table: CsvTable): string[] {
  const from = firstRow(table);
  const rows = table.rows - from;
  if (rows === 0) return ['The table is empty.'];
  const words = [
    `${many(rows, 'row')}, ${many(table.columns, 'column')}, with ${DELIMITER_NAMES[table.delimiter]} between.`,
  ];
  let shorter = 0;
  for (let row = from; row < table.rows; row += 1) if (cellsInRow(table, row) < table.columns) shorter += 1;
  if (shorter > 0)
    words.push(`${many(shorter, 'row')} ${shorter === 1 ? 'has' : 'have'} fewer cells than the longest.`);
  if (table.unclosed >= 0) {
    words.push(
      `Row ${table.unclosed + 1} of the file opens a quote that nothing closes: all that follows stands in its cell.`,
    );
  }
  if (table.cutAt >= 0) words.push('There are more rows than can be shown. Save the table to have all of them.');
  if (table.columns > MOST_COLUMNS) words.push(`The first ${MOST_COLUMNS} columns are shown. Save it to see all.`);
  if (table.formulas > 0) {
    const them = table.formulas === 1 ? 'begins' : 'begin';
    words.push(
      `${many(table.formulas, 'cell')} ${them} like a formula: plain text here, but a spreadsheet that opens the saved file may run it.`,
    );
  }
  return words;
}

function many(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
