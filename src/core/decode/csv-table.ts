/** Tried from the first; where two fit equally well, a comma is the one that stands in numbers and sentences. */
export const DELIMITERS = ['\t', ';', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Where the cells of a CSV stand in its text: columns of numbers, so that a million rows cost no object each. `cellText` reads one.
 * RFC 4180, and what is sent in its name: any line end, a semicolon or tab between cells, rows of unequal length.
 */
export interface CsvTable {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly rows: number;
  /** Cells of the longest row. */
  readonly columns: number;
  /** Offset of each row in `text`. */
  readonly rowFrom: Int32Array<ArrayBuffer>;
  /** Row r has the cells from `firstCell[r]` to before `firstCell[r + 1]`: one more than rows. */
  readonly firstCell: Int32Array<ArrayBuffer>;
  /** Offset behind each cell; the next one of its row begins one further on. */
  readonly cellTo: Int32Array<ArrayBuffer>;
  /** The first row only numbers the columns from 0, as the service's own tables do: `0,1,2`. */
  readonly numbered: boolean;
  /** Row of the quote that nothing closes, and whose cell is all the rest; -1: there is none. */
  readonly unclosed: number;
  /** Cells that a spreadsheet would take for formulas. */
  readonly formulas: number;
  /** Offset of what was not read, because there are more than `MOST_CELLS`; -1: all was read. */
  readonly cutAt: number;
}

/** 40 MB of offsets. */
export const MOST_CELLS = 10_000_000;
const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Never throws. Time grows with the text, whatever it holds. */
export function readCsv(text: string, delimiter = delimiterOf(text), mostCells = MOST_CELLS): CsvTable {
  const between = delimiter.charCodeAt(0);
  const rowFrom = growing();
  const firstCell = growing();
  const cellTo = growing();
  let columns = 0;
  let unclosed = -1;
  let formulas = 0;
  let at = 0;
  while (at < text.length && cellTo.length() < mostCells) {
    const row = rowFrom.length();
    rowFrom.push(at);
    firstCell.push(cellTo.length());
    for (;;) {
      if (mayBeFormula(text, at)) formulas += 1;
      if (text.charCodeAt(at) === QUOTE) {
        const closed = behindQuotes(text, at);
        if (closed < 0) unclosed = row;
        at = closed < 0 ? text.length : closed;
      }
      at = endOfPlain(text, at, between);
      cellTo.push(at);
      if (text.charCodeAt(at) !== between || cellTo.length() >= mostCells) break;
      at += 1;
    }
    columns = Math.max(columns, cellTo.length() - firstCell.last());
    if (text.charCodeAt(at) === CARRIAGE_RETURN) at += text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
    else if (text.charCodeAt(at) === LINE_FEED) at += 1;
  }
  const rows = rowFrom.length();
  firstCell.push(cellTo.length());
  return {
    text,
    delimiter,
    rows,
    columns,
    rowFrom: rowFrom.done(),
    firstCell: firstCell.done(),
    cellTo: cellTo.done(),
    numbered: rows > 0 && numberedBy(text) === delimiter,
    unclosed,
    formulas,
    cutAt: at < text.length ? at : -1,
  };
}

/** null: the row has no such cell. Quotes around it are taken off, and doubled ones within are one. */
export function cellText({ text, rowFrom, firstCell, cellTo }: CsvTable, row: number, column: number): string | null {
  const first = firstCell[row] ?? 0;
  const cell = first + column;
  if (column < 0 || cell >= (firstCell[row + 1] ?? 0)) return null;
  const raw = text.slice(column === 0 ? (rowFrom[row] ?? 0) : (cellTo[cell - 1] ?? 0) + 1, cellTo[cell]);
  if (!raw.startsWith('"')) return raw;
  const closed = behindQuotes(raw, 0);
  if (closed < 0) return raw.slice(1).replaceAll('""', '"');
  return raw.slice(1, closed - 1).replaceAll('""', '"') + raw.slice(closed);
}

export function cellsInRow({ firstCell }: CsvTable, row: number): number {
  return (firstCell[row + 1] ?? 0) - (firstCell[row] ?? 0);
}

/** What the first row numbers its columns with: `0,1,2`. null: it does not, or there is only one. */
export function numberedBy(text: string): Delimiter | null {
  if (!/^"?0/.test(text)) return null;
  const [line = ''] = text.slice(0, LOOKED_AT).split(/\r\n?|\n/, 1);
  for (const delimiter of DELIMITERS) {
    const cells = line.split(delimiter);
    const counts = cells.every((cell, at) => cell === String(at) || cell === `"${at}"`);
    if (counts && cells.length > 1) return delimiter;
  }
  return null;
}

const LOOKED_AT = 65_536;

/** By the row that numbers the columns; else what gives the most rows the same number of cells. */
export function delimiterOf(text: string): Delimiter {
  const told = numberedBy(text);
  if (told) return told;
  const sample = text.slice(0, LOOKED_AT);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const share = evenRows(readCsv(sample, delimiter), sample.length < text.length);
    if (share > most) {
      best = delimiter;
      most = share;
    }
  }
  return best;
}

/** Share of the rows that have as many cells as most rows have; 0 when most have one. */
function evenRows(table: CsvTable, lastIsCut: boolean): number {
  const rows = lastIsCut && table.rows > 1 ? table.rows - 1 : table.rows;
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row += 1) {
    const cells = cellsInRow(table, row);
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  let even = 0;
  let length = 1;
  for (const [cells, count] of counts) if (count > even) [length, even] = [cells, count];
  return length > 1 ? even / rows : 0;
}

/** Offset behind the quote that closes the one at `from`; -1 when none does. */
function behindQuotes(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}

function endOfPlain(text: string, from: number, between: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === between || code === LINE_FEED || code === CARRIAGE_RETURN) return at;
    at += 1;
  }
  return at;
}

/** Begins with = or @, or with a sign and no number behind it. */
function mayBeFormula(text: string, cellFrom: number): boolean {
  const from = text.charCodeAt(cellFrom) === QUOTE ? cellFrom + 1 : cellFrom;
  const first = text[from];
  if (first === '=' || first === '@') return true;
  return (first === '+' || first === '-') && /^[A-Za-z(=+@-]/.test(text.charAt(from + 1));
}

function growing() {
  let values = new Int32Array(64);
  let length = 0;
  return {
    length: () => length,
    last: () => values[length - 1] ?? 0,
    push(value: number) {
      if (length === values.length) {
        const longer = new Int32Array(length * 2);
        longer.set(values);
        values = longer;
      }
      values[length] = value;
      length += 1;
    },
    done: () => values.slice(0, length),
  };
}
