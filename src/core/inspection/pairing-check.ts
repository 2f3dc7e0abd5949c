import type { Inspection } from './inspection.ts';
import { rowsInSequence } from './pair.ts';
import { FARTHEST, fitOf, oddness } from './pairing-fit.ts';
import { likeliestStep, type PairingOffer } from './pairing-steps.ts';
import { emptyMeasures, measure } from './plausible.ts';

/** What the lengths of the texts say of the pairing. */
export interface PairingCheck {
  /** The first place where another pairing fits clearly better; null where none does. */
  readonly offer: PairingOffer | null;
  /** Whether the text of a row is much longer or shorter than its box lets expect. */
  readonly oddText: (row: number) => 'long' | 'short' | null;
}

/** Rows done between two chances for others to have their turn. */
const SLICE = 4_096;
/** The same of what is quickly done. */
const MANY = 65_536;
/** Fewer pairs tell nothing of a page. */
const LEAST_PAIRS = 12;
/** Spreads away from what is expected at which a text is told to be odd. */
const ODD = 8;

/**
 * Looks for places from which on the texts fit the boxes better when they are moved by up to `FARTHEST`, whatever the language.
 *
 * A generator, so that a million rows can be looked at in slices. O(n).
 */
export function* checkPairing(inspection: Inspection): Generator<void, PairingCheck> {
  const { regions, pairing, order, texts } = inspection;
  const nothing: PairingCheck = { offer: null, oddText: () => null };
  if (pairing.whole || Math.min(regions.count, texts.length) < LEAST_PAIRS) return nothing;
  const measures = emptyMeasures(inspection);
  yield;
  for (let first = 0; first < Math.max(regions.count, texts.length); first += SLICE) {
    measure(measures, inspection, first, first + SLICE);
    yield;
  }
  const rows = rowsInSequence(regions.count, pairing.choice, order);
  yield;
  const given = yield* sequenceOf(inspection, rows);
  const fit = yield* fitOf(measures, given.subarray(0, regions.count), rows);
  if (Number.isNaN(fit.lineHeight)) return nothing;
  yield;
  const offer = yield* likeliestStep(fit, measures, given, rows);
  const oddText = (row: number) => oddOf(oddness(fit, measures, row, pairing.textOfRow[row] ?? -1));
  return { offer, oddText };
}

function oddOf(spreads: number): 'long' | 'short' | null {
  if (spreads > ODD) return 'long';
  return spreads < -ODD ? 'short' : null;
}

/** Place k of the sequence: the text of the k-th region; behind the last region the texts that a shift up brings in. */
function* sequenceOf({ regions, texts, pairing }: Inspection, rows: Uint32Array | null): Generator<void, Int32Array> {
  const given: Int32Array = new Int32Array(regions.count + FARTHEST).fill(-1);
  let last = -1;
  for (let place = 0; place < regions.count; place += 1) {
    if (place % MANY === MANY - 1) yield;
    given[place] = pairing.textOfRow[rows ? (rows[place] ?? place) : place] ?? -1;
    last = Math.max(last, given[place] ?? -1);
  }
  for (let beyond = 0; beyond < FARTHEST && last + 1 + beyond < texts.length; beyond += 1)
    given[regions.count + beyond] = last + 1 + beyond;
  return given;
}
