import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { caretAfter } from '../../core/wire/caret.ts';
import { type Mark, type PaneText, piecesOf } from '../../core/wire/lines.ts';
import type { Span } from '../../core/span.ts';
import { cx } from '../kit/cx.ts';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import { useRowWindow } from '../kit/use-row-window.ts';
import css from './wire-pane.module.css';

export type WireMark = Mark & { readonly name: 'item' | 'fault' | 'caret' };

export interface WirePaneProps {
  readonly name: string;
  /** What is counted: `Byte`, `Character`. */
  readonly unit: string;
  readonly text: PaneText;
  readonly marks: readonly WireMark[];
  /** What to bring into sight. */
  readonly goTo: Span | null;
  /** The person pressed on a unit, or Enter at the caret. */
  readonly onPick: (unit: number) => void;
}

/** Our window of rows has rows for two lines of text. */
const LINES_PER_ROW = 2;
/** Width of the numbers beside the lines, CSS pixels. */
const GUTTER = 84;

/** One form of the answer, line by line; only the lines in sight are in the DOM, and only they are decoded. */
export function WirePane({ name, unit: counted, text, marks, goTo, onPick }: WirePaneProps) {
  const { lines } = text;
  const rowOf = (place: Span | null) => (place ? Math.floor(text.lineOf(place.from) / LINES_PER_ROW) : -1);
  const { attach, ...rowWindow } = useRowWindow(Math.ceil(lines / LINES_PER_ROW), rowOf(goTo));

  const pane = useRef<HTMLElement>(null);
  // Where the keys have led since something was brought into sight.
  const [moved, setMoved] = useState<{ readonly at: number; readonly since: Span | null } | null>(null);
  const caret = moved?.since === goTo && moved.at < text.length ? text.unitSpan(moved.at) : null;

  const bringIntoSight = (place: Span) => {
    rowWindow.show(rowOf(place));
    const column = place.from - text.lineSpan(text.lineOf(place.from)).from;
    if (pane.current) showAcross(pane.current, column / text.perLine);
  };
  /** In the middle: what is marked may go on below. */
  const bringToMiddle = (place: Span) => {
    const half = Math.floor((rowWindow.pageRows() + 1) / 2);
    rowWindow.show(Math.max(rowOf(place) - half, 0));
    rowWindow.show(Math.min(rowOf(place) + half, Math.ceil(lines / LINES_PER_ROW) - 1));
    bringIntoSight(place);
  };
  const follow = useEffectEvent((place: Span | null, within: PaneText) => {
    if (place && place.from < within.length) bringToMiddle(place);
  });
  // Other lines, where the pane has become wider, stand elsewhere.
  useEffect(() => follow(goTo, text), [goTo, text]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || event.metaKey) return;
    const at = caret?.from ?? goTo?.from ?? 0;
    if (event.key === 'Enter' && text.length > 0) {
      event.preventDefault();
      onPick(at);
      return;
    }
    const linesInSight = rowWindow.pageRows() * LINES_PER_ROW;
    const next = caretAfter(text, at, { key: event.key, ctrl: event.ctrlKey }, linesInSight);
    if (next === null) return;
    event.preventDefault();
    // The first key shows where the caret is.
    const place = caret ? next : at;
    setMoved({ at: place, since: goTo });
    bringIntoSight({ from: place, to: place });
  };

  const onClick = (event: MouseEvent) => {
    // Whoever marks text to copy it does not choose anything.
    if (window.getSelection()?.isCollapsed === false) return;
    const unit = unitUnder(event, text);
    if (unit !== null) onPick(unit);
  };

  return (
    <>
      <div
        ref={(element) => {
          pane.current = element;
          return element ? attach(element) : undefined;
        }}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native text area would hold megabytes
        role="textbox"
        aria-label={name}
        aria-readonly
        aria-multiline
        tabIndex={0}
        className={css.pane}
        onScroll={rowWindow.onScroll}
        onScrollEnd={rowWindow.onScrollEnd}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <div className={css.content} style={{ height: rowWindow.contentHeight }}>
          {rowWindow.rows.map(({ index, start }) => (
            <div key={index} className={css.row} style={{ transform: `translateY(${start}px)` }}>
              {Array.from({ length: LINES_PER_ROW }, (_, at) => index * LINES_PER_ROW + at)
                .filter((line) => line < lines)
                .map((line) => (
                  <Line
                    key={line}
                    text={text}
                    line={line}
                    marks={caret ? [...marks, { ...caret, name: 'caret' }] : marks}
                  />
                ))}
            </div>
          ))}
        </div>
      </div>
      <VisuallyHidden>
        <output>{caret && `${counted} ${(caret.from + 1).toLocaleString('en')}: ${text.show(caret)}`}</output>
      </VisuallyHidden>
    </>
  );
}

function Line({ text, line, marks }: Pick<WirePaneProps, 'text' | 'marks'> & { readonly line: number }) {
  const span = text.lineSpan(line);
  return (
    // The place stands beside the line and is not part of it: neither copied nor read out.
    <div className={css.line} data-place={span.from.toLocaleString('en')}>
      {piecesOf(span, marks).map((piece) => {
        const isMarked = piece.marks.some((name) => name !== 'caret');
        const Piece = isMarked ? 'mark' : 'span';
        return (
          <Piece
            key={piece.from}
            data-start={piece.from}
            data-end={piece.to}
            className={cx(...piece.marks.map((name) => css[name]))}
          >
            {signsApart(text.show(piece))}
          </Piece>
        );
      })}
    </div>
  );
}

/** Signs for what is not to be seen are dimmed, so that nobody takes them for the text. */
function signsApart(shown: string): ReactNode {
  if (!SIGN.test(shown)) return shown;
  // oxlint-disable-next-line react/no-array-index-key -- a line does not change
  return shown.split(SIGN).map((part, at) => (at % 2 === 1 ? <i key={at}>{part}</i> : part));
}

const SIGN = /([↵←→·]+)/;

/** `share` of the width of its lines. */
function showAcross(pane: HTMLElement, share: number): void {
  const { scrollWidth, clientWidth, scrollLeft } = pane;
  const across = GUTTER + share * (scrollWidth - GUTTER);
  if (across > scrollLeft + GUTTER && across < scrollLeft + clientWidth - GUTTER) return;
  pane.scrollLeft = across < clientWidth - GUTTER ? 0 : across - clientWidth / 2;
}

/** The unit under the pointer; beside the text, the nearest of its line. */
function unitUnder(event: MouseEvent, text: PaneText): number | null {
  if (!(event.target instanceof Element)) return null;
  const piece = event.target.closest('[data-start]') ?? event.target.closest('[data-place]')?.lastElementChild;
  if (!(piece instanceof HTMLElement)) return null;
  const span = { from: Number(piece.dataset['start']), to: Number(piece.dataset['end']) };
  // Chromium 128, Firefox 20, Safari 18.4; without it the beginning of the piece is near enough.
  const caret =
    'caretPositionFromPoint' in document ? document.caretPositionFromPoint(event.clientX, event.clientY) : null;
  if (!caret || !piece.contains(caret.offsetNode)) return span.from;
  // A piece may be several texts.
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  return text.unitAt(span, before.toString().length);
}
