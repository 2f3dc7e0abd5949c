/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a real table cannot leave out rows that are out of sight under a head that scrolls sideways only */
import { useLayoutEffect, useRef, useState } from 'react';
import { cellText, type CsvTable } from '../../core/decode/csv-table.ts';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import { ROW_HEIGHT } from '../kit/row-scroll.ts';
import { useRowWindow } from '../kit/use-row-window.ts';
import css from './csv-grid.module.css';

/** More would be thousands of cells in sight at once. */
export const MOST_COLUMNS = 100;
/** A cell shows two lines, and its tooltip a screenful. */
const SHOWN = 300;
const IN_TOOLTIP = 2_000;
const LEAST_WIDTH = 12;
/** Head and borders, CSS pixels. */
const CHROME = 31;

export interface CsvGridProps {
  readonly table: CsvTable;
  /** Rows before it are the head. */
  readonly firstRow: number;
  readonly name: string;
}

/** Cells as plain text, whatever they hold; only rows in sight are in the DOM. */
export function CsvGrid({ table, firstRow, name }: CsvGridProps) {
  const rows = table.rows - firstRow;
  const columns = Math.min(table.columns, MOST_COLUMNS);
  const { attach, ...rowWindow } = useRowWindow(rows, -1);
  const head = useRef<HTMLDivElement>(null);
  const { attachBars, bars } = useScrollbars();
  const columnNumbers = Array.from({ length: columns }, (_, column) => column);
  const numbers = Math.max(String(rows).length, 2) + 2;
  const lines = { gridTemplateColumns: `${numbers}ch repeat(${columns}, minmax(${LEAST_WIDTH}ch, 1fr))` };
  const minWidth = `${numbers + columns * LEAST_WIDTH}ch`;
  return (
    <div
      role="table"
      aria-label={name}
      aria-rowcount={rows + 1}
      aria-colcount={table.columns + 1}
      className={css.table}
      // A short one is not drawn out.
      style={{ maxHeight: CHROME + bars.below + rows * ROW_HEIGHT }}
    >
      <div ref={head} role="rowgroup" className={css.head} style={{ paddingRight: bars.beside }}>
        <div role="row" aria-rowindex={1} className={css.row} style={{ ...lines, minWidth }}>
          <span role="columnheader">
            <VisuallyHidden>Row</VisuallyHidden>
          </span>
          {columnNumbers.map((column) => (
            <span key={column} role="columnheader" className={css.cell}>
              {firstRow > 0 ? cellText(table, 0, column) : letters(column)}
            </span>
          ))}
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Home and End scroll, as they do by themselves */}
      <div
        ref={(element) => {
          attachBars(element);
          return element ? attach(element) : undefined;
        }}
        role="rowgroup"
        aria-label="Rows"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
        tabIndex={0}
        className={css.rows}
        onScroll={(event) => {
          rowWindow.onScroll();
          if (head.current) head.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
        onScrollEnd={rowWindow.onScrollEnd}
        onKeyDown={(event) => {
          if (event.key !== 'Home' && event.key !== 'End') return;
          // The browser's own way leads to about there, where the list is taller than it can draw.
          event.preventDefault();
          rowWindow.show(event.key === 'Home' ? 0 : rows - 1);
        }}
      >
        <div role="presentation" className={css.content} style={{ height: rowWindow.contentHeight, minWidth }}>
          {rowWindow.rows.map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className={css.row}
              style={{ ...lines, transform: `translateY(${start}px)` }}
            >
              <span role="rowheader" className={css.number}>
                {index + 1}
              </span>
              {columnNumbers.map((column) => (
                <Cell key={column} text={cellText(table, firstRow + index, column)} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

interface Scrollbars {
  /** What they take of the list, CSS pixels: 0 where they lie over it, or are not needed. */
  readonly beside: number;
  readonly below: number;
}

/** The head is as wide as the rows, and a short table no higher than they are: so their scrollbars are measured after each change. */
function useScrollbars() {
  const list = useRef<HTMLElement>(null);
  const [bars, setBars] = useState<Scrollbars>({ beside: 0, below: 0 });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps -- whatever changes may bring a scrollbar
  useLayoutEffect(() => {
    if (!list.current) return;
    const { offsetWidth, clientWidth, offsetHeight, clientHeight } = list.current;
    const now = { beside: offsetWidth - clientWidth, below: offsetHeight - clientHeight };
    if (now.beside !== bars.beside || now.below !== bars.below) setBars(now);
  });
  return { attachBars: (element: HTMLElement | null) => void (list.current = element), bars };
}

/** null: the row ends before it. */
function Cell({ text }: { readonly text: string | null }) {
  if (text === null) return <span role="cell" className={css.none} />;
  const long = text.length > 40 || text.includes('\n');
  return (
    <span role="cell" dir="auto" className={css.cell} title={long ? text.slice(0, IN_TOOLTIP) : undefined}>
      <span className={css.text}>{text.slice(0, SHOWN)}</span>
    </span>
  );
}

/** A, B, ... Z, AA, AB: as spreadsheets name columns. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
