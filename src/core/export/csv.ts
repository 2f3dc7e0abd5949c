/** A cell: numbers stay numbers, null is empty without quotes, a text that is empty is empty in quotes. */
export type CsvCell = string | number | null;

/** What a spreadsheet may take for the start of a formula, with any apostrophes before it. */
const RISKY = /^'*[=+\-@\t\r\n]/;

/**
 * One line by RFC 4180, CRLF and all: comma, quotes doubled; UTF-8 without a mark. No text cell starts with `= + - @` TAB CR LF: one
 * leading apostrophe guards it, which `unguarded` takes away again.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** The text of a cell as it was before it was guarded. For readers of our own CSV. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell) ? cell.slice(1) : cell;
}

function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = guarded(cell);
  // Spaces at the ends are quoted too: some readers trim them otherwise. Lone quotes and separators must be.
  return text === '' || /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
