import { LINE_HEIGHT, type MeasureText, sizeForWidth, wrapText } from './text-wrap.ts';

/** A text set into a box, in the box's own units, from its upper left corner. */
export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
  /** Reads from right to left, by its first letter with a direction. */
  readonly rtl: boolean;
  /** Where the first line stands, and how far the next ones are below it. */
  readonly baseline: number;
  readonly pitch: number;
  /** Set exactly into its box: where the pen begins on the left, and how much wider than usual its letters are. */
  readonly exact: { readonly pen: number; readonly stretch: number } | null;
}

/** How far the ink of a text reaches from the point where the pen begins, at a font size of 1. */
export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly ascent: number;
  readonly descent: number;
}

export interface Ruler {
  readonly width: MeasureText;
  readonly ink: (text: string) => Ink;
}

/** Of the box's width; the rest is air, so that letters do not touch the outline. */
export const USED_WIDTH = 0.98;
/** Nobody reads more than this in one box on a screen; the list has the whole. */
const MAX_LENGTH = 4_000;
/** Of the line's height, from its top to the line the letters stand on. */
const BASELINE = 0.94;
/** Lines as received may be this much smaller than wrapped ones, because they stand where the print has them. */
const KEPT_FROM = 0.7;
/** Between the ink of the outer lines and the edges of the box, in font sizes. */
const AIR = 0.1;
/** Lines further apart than this many font sizes are not those of the print. */
const WIDEST_PITCH = 2.4;
/** What letters may be squeezed and stretched by before one sees more of that than of the text. */
const STRETCH = { least: 0.75, most: 1.35 };
/** From so many letters on, the widths of a font's letters even out, and a text stretched by as much is in a box too wide for it. */
const EVEN_FROM = 5;
/** Lower ink than this, in font sizes, is a dash or a dot: its height says nothing of the size of the print. */
const LETTERS_FROM = 0.3;

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}]|[\u{1E800}-\u{1EFFF}]/u;
const WITH_DIRECTION = /\p{L}/u;
/** What a canvas draws as boxes or as nothing: control signs, and marks that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const INVISIBLE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
/** The end of a line inside a paragraph. */
const LINE_END = /(?<!\n)\n(?!\n)/g;

/**
 * The largest setting of a text inside `width` x `height` that looks like its print: one line fills its box, lines as
 * received stand where the print's lines stand, and what suits neither is wrapped.
 * null for a text with nothing to see or a box without area. Never throws.
 */
export function fitText(text: string, width: number, height: number, ruler: Ruler): FittedText | null {
  const room = width * USED_WIDTH;
  const clean = visibleText(text);
  if (clean === '' || !(room > 0) || !(height > 0)) return null;
  const rtl = isRtl(clean);
  const wrapped = wrapText(clean.replace(LINE_END, ' '), room, height, ruler.width);
  const kept = clean.includes('\n') ? keepLines(clean, room, height, ruler) : null;
  if (kept && kept.size >= wrapped.size * KEPT_FROM) return { ...kept, rtl, exact: null };
  const [line = ''] = wrapped.lines;
  const exact = wrapped.lines.length === 1 ? fillBox(line, width, height, ruler.ink(line)) : null;
  if (exact) return { ...exact, lines: wrapped.lines, rtl, pitch: 0 };
  const pitch = wrapped.size * LINE_HEIGHT;
  const top = (height - pitch * wrapped.lines.length) / 2;
  return { ...wrapped, rtl, baseline: top + wrapped.size * BASELINE, pitch, exact: null };
}

export function isRtl(text: string): boolean {
  const first = WITH_DIRECTION.exec(text)?.[0];
  return first !== undefined && RTL.test(first);
}

function visibleText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return cut
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, ' ')
    .trim();
}

/** Each line as received, the first one's ink at the upper edge, the last one's at the lower: as in the print. */
function keepLines(text: string, room: number, height: number, ruler: Ruler): Omit<FittedText, 'rtl' | 'exact'> {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const size = Math.min(height / (lines.length * LINE_HEIGHT), sizeForWidth(lines, room, ruler.width));
  const above = (ruler.ink(lines[0] ?? '').ascent + AIR) * size;
  const below = (ruler.ink(lines.at(-1) ?? '').descent + AIR) * size;
  const pitch = Math.min((height - above - below) / (lines.length - 1), size * WIDEST_PITCH);
  const baseline = (height - below + above - pitch * (lines.length - 1)) / 2;
  return { size, lines, baseline, pitch };
}

function mostStretch({ length }: string): number {
  return 1 + (STRETCH.most - 1) * Math.min(1, EVEN_FROM / length);
}

/** One line whose ink is as high and as wide as its box. null for a box much wider than that: a field of a form. */
function fillBox(
  text: string,
  width: number,
  height: number,
  { left, right, ascent, descent }: Ink,
): Pick<FittedText, 'size' | 'baseline' | 'exact'> | null {
  const room = width * USED_WIDTH;
  const [inkWidth, inkHeight] = [left + right, ascent + descent];
  if (text === '' || !(inkWidth > 0) || !(inkHeight > 0)) return null;
  const byHeight = height / inkHeight;
  const letters = inkHeight >= LETTERS_FROM;
  if (letters && byHeight * inkWidth * mostStretch(text) < room) return null;
  const size = Math.min(byHeight, room / (inkWidth * (letters ? STRETCH.least : 1)));
  const stretch = letters ? Math.min(room / (inkWidth * size), STRETCH.most) : 1;
  const pen = (width - inkWidth * size * stretch) / 2 + left * size * stretch;
  // Where the width allows no larger letters, their ink stands in the middle of the height.
  const baseline = (height - inkHeight * size) / 2 + ascent * size;
  return { size, baseline, exact: { pen, stretch } };
}
