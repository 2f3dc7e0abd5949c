import type { Decoded, ResultLayout } from '../decode/decoded.ts';
import type { Size } from '../geometry/space.ts';
import type { RequestRegions } from '../intake/request-regions.ts';
import type { Problem } from '../problem.ts';
import { regionsInWords } from './flag-words.ts';
import type { Frame } from './frame.ts';
import type { Inspection } from './inspection.ts';
import { type Outside, outsideOf } from './outside.ts';
import { pairTexts } from './pair.ts';
import type { Pairing, PairingChoice } from './pairing.ts';
import { ownPairing, pageProblems, textsBeside } from './own-texts.ts';
import { EMPTY_TABLE, type RegionTable } from './region-table.ts';
import { NO_TEXT_PROBLEMS } from './text-problems.ts';
import { NO_TEXTS, type Texts } from './texts.ts';

/** What is known so far; any subset, in any order of arrival. */
export interface InspectionParts {
  readonly detection: Decoded | null;
  readonly recognition: Decoded | null;
  /** The person's own regions, which a recognition of self-defined regions has instead of a detection task. */
  readonly request: RequestRegions | null;
  readonly choice: PairingChoice;
  readonly frame: Frame;
  /** Of the picture as shown, or null while there is none. */
  readonly imageSize: Size | null;
}

/** The text of a PDF's page, in place of all answers: nothing of theirs is mixed with it. */
export function inspectPage(
  decoded: Decoded,
  parts: Pick<InspectionParts, 'choice' | 'frame' | 'imageSize'>,
): Inspection {
  const inspection = buildInspection({ ...parts, detection: null, recognition: decoded, request: null });
  return { ...inspection, regionSource: 'page' };
}

/**
 * Rectangles from the detection, else from the request, else from the recognition if it holds any; with the texts paired.
 * Where the recognition's own rectangles are taken and they have texts, there is nothing to pair.
 */
export function buildInspection(parts: InspectionParts): Inspection {
  const { detection, recognition, request, choice, frame, imageSize } = parts;
  const source = regionsOf(parts);
  const { table, order, layout } = source;
  const texts = layout ? textsBeside(layout, recognition?.texts ?? NO_TEXTS) : (recognition?.texts ?? NO_TEXTS);
  const pairing = layout ? ownPairing(table, texts.length, choice) : pairingOf(table, texts.length, choice, order);
  const outside = outsideOf(table, frame, imageSize);
  return {
    regions: table,
    regionSource: source.name,
    order,
    texts,
    textEntries: layout ? null : (recognition?.textEntries ?? null),
    ownTexts: layout !== null,
    confidence: layout?.confidence ?? null,
    shownLevels: null,
    pairing,
    frame,
    imageSize,
    outside: outside.rows,
    itemCount: table.count + pairing.loose.length,
    problems: [
      ...(layout ? [] : pairingProblems(table.count, recognition?.texts ?? null, pairing, source.name)),
      ...(layout ? pageProblems(layout, imageSize) : []),
      ...outsideProblems(outside, imageSize),
      ...(detection?.problems ?? []).map(ofTask('Detection task')),
      ...(request?.problems ?? []),
      ...(recognition?.problems ?? []).map(ofTask('Recognition task')),
    ],
    regionProblems: source.problems,
    // Those of an entry, which is no row here; they are told in `problems`.
    textProblems: layout ? NO_TEXT_PROBLEMS : (recognition?.textProblems ?? NO_TEXT_PROBLEMS),
  };
}

interface KnownPairing {
  readonly textCount: number;
  readonly order: readonly number[] | null;
  readonly pairing: Pairing;
}

const pairings = new WeakMap<RegionTable, KnownPairing>();

/** Frame and image change without any text changing its region. */
function pairingOf(
  table: RegionTable,
  textCount: number,
  choice: PairingChoice,
  order: readonly number[] | null,
): Pairing {
  const known = pairings.get(table);
  if (known?.pairing.choice === choice && known.textCount === textCount && known.order === order) return known.pairing;
  const pairing = pairTexts(table.count, textCount, choice, order);
  // The empty table is a constant: it would keep the texts of an inspection that was closed.
  if (table.count > 0) pairings.set(table, { textCount, order, pairing });
  return pairing;
}

/** Paths into an answer say whose answer: both tasks have a `results[0]`. */
function ofTask(name: string): (problem: Problem) => Problem {
  return (problem) =>
    /^(?:results|answer)/.test(problem.where) ? { ...problem, where: `${name}, ${problem.where}` } : problem;
}

interface RegionSource {
  readonly name: Inspection['regionSource'];
  readonly table: RegionTable;
  readonly order: readonly number[] | null;
  readonly problems: ReadonlyMap<number, readonly Problem[]>;
  /** The recognition's own, when its rectangles are taken. */
  readonly layout: ResultLayout | null;
}

function regionsOf({ detection, recognition, request }: InspectionParts): RegionSource {
  if (detection?.regions) {
    const { regions: table, regionProblems } = detection;
    // The request's order speaks of the detected regions only when these are the regions that it sent.
    const order = request && sameRectangles(request.table, table) ? request.order : null;
    return { name: 'detection', table, order, problems: regionProblems, layout: null };
  }
  if (request) {
    const { table, order, regionProblems } = request;
    return { name: 'request', table, order, problems: regionProblems, layout: null };
  }
  const layout = recognition?.layout ?? null;
  const table = recognition?.regions ?? layout?.regions;
  if (recognition && table) {
    const { regions, regionProblems } = recognition;
    return {
      name: 'recognition',
      table,
      order: null,
      problems: regionProblems,
      layout: regions ? null : layout,
    };
  }
  return { name: null, table: EMPTY_TABLE, order: null, problems: new Map(), layout: null };
}

const compared = new WeakMap<RegionTable, { readonly to: RegionTable; readonly same: boolean }>();

/** Compared once: a million rectangles are four million numbers, and the answers stay while frame, image and pairing change. */
function sameRectangles(a: RegionTable, b: RegionTable): boolean {
  if (a.count !== b.count) return false;
  const before = compared.get(a);
  if (before?.to === b) return before.same;
  const same = sameNumbers(a.received, b.received);
  compared.set(a, { to: b, same });
  return same;
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  for (let at = 0; at < a.length; at += 1) if (!Object.is(a[at], b[at])) return false;
  return true;
}

function pairingProblems(
  regions: number,
  texts: Texts | null,
  pairing: Pairing,
  source: Inspection['regionSource'],
): Problem[] {
  if (!texts || source === null || texts.length === regions) return [];
  const counts = `${amount(regions, 'rectangle')}, ${amount(texts.length, 'text')}`;
  const where = 'Pairing';
  if (pairing.whole) {
    const what = `${counts}: the text is shown as the text of the whole`;
    return [{ where, what, todo: 'Nothing in the answer says which part belongs to which region.', severity: 'note' }];
  }
  if (texts.length === 0) {
    return [{ where, what: `${counts}: the recognition answered without any text`, severity: 'warning' }];
  }
  if (regions === 0) {
    return [{ where, what: `${counts}: the texts are listed without a place on the image`, severity: 'note' }];
  }
  const what = `${counts}: pairing by ${pairing.choice.by} may be wrong`;
  const todo = 'Where a text and its region stop agreeing, shift the texts by one from that region on.';
  return [{ where, what, todo, severity: 'warning' }];
}

const ROWS_NAMED = 5;
const OUTSIDE = 'outside the image in part or whole';

export function isOutsideProblem({ what }: Problem): boolean {
  return what.startsWith(OUTSIDE);
}

function outsideProblems({ rows, count }: Outside, size: Size | null): Problem[] {
  if (count === 0 || !size) return [];
  const first: number[] = [];
  for (let row = rows.indexOf(1); row >= 0 && first.length < ROWS_NAMED; row = rows.indexOf(1, row + 1))
    first.push(row);
  const what = `${OUTSIDE} (${size.width} x ${size.height} px)`;
  const todo =
    'The service may have read another size or turn of this image. Check that this is the image that was sent.';
  return [{ where: regionsInWords(first, count), what, todo, severity: 'warning' }];
}

function amount(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
