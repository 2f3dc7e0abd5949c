import type { PaneText } from './lines.ts';

/** A key that moves the caret of a pane, with what was held with it. */
export interface CaretKey {
  readonly key: string;
  readonly ctrl: boolean;
}

/** The unit that a key leads to from another one; null: it is no key of the caret. A line up or down keeps the place in the line. */
export function caretAfter(text: PaneText, at: number, { key, ctrl }: CaretKey, linesOfPage: number): number | null {
  const { length } = text;
  const own = text.unitSpan(at);
  const line = text.lineOf(at);
  const column = at - text.lineSpan(line).from;
  const inLine = (other: number) => {
    const { from, to } = text.lineSpan(Math.min(Math.max(other, 0), text.lines - 1));
    return Math.max(Math.min(from + column, to - 1), from);
  };
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: own.from - 1,
    ArrowRight: own.to,
    ArrowUp: inLine(line - 1),
    ArrowDown: inLine(line + 1),
    PageUp: inLine(line - linesOfPage),
    PageDown: inLine(line + linesOfPage),
    Home: ctrl ? 0 : text.lineSpan(line).from,
    End: ctrl ? length - 1 : text.lineSpan(line).to - 1,
  };
  const place = places[key];
  return place === undefined || length === 0 ? null : text.unitSpan(Math.min(Math.max(place, 0), length - 1)).from;
}
