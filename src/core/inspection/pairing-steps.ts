import { FARTHEST, likelihood, type PageFit } from './pairing-fit.ts';
import type { Measures } from './plausible.ts';

export interface PairingOffer {
  readonly row: number;
  /** As a shift of the pairing: +1 the texts come too early here and move down, -1 they come too late and move up. */
  readonly by: 1 | -1;
  readonly times: number;
}

/** Chance that a right pairing is doubted, were lengths as the model has them: each of the places and steps gets its share of it. */
const FALSE_ALARM = 1e-4;
const STATES = FARTHEST * 2 + 1;
/** Places done between two chances for others to have their turn. */
const SLICE = 4_096;
/** One text may not decide. */
const MOST_GAIN = 2;
/**
 * Of simulated pages (tests/core/inspection/pairing-check.test.ts) right steps have 3.1 or more and 0.34 or more; those of pages whose
 * boxes say nothing have 3.2 or less and 0.07 or less.
 */
const LEAST_STEADY = 2.5;
const LEAST_TOLD = 0.25;

/** The likeliest way so far that ends with the texts moved by so many places: what it is worth, its first step, and the place of its second. */
interface Ways {
  readonly worth: Float64Array;
  readonly place: Int32Array;
  readonly step: Int8Array;
  /** -1: none. */
  readonly until: Int32Array;
}

/**
 * Of all ways to give the texts out in their order, the likeliest is found (Viterbi's way: one pass, seven states, nothing kept per row).
 * A step costs log(6 n / FALSE_ALARM). Of a right pairing the expectation of the likelihood ratio of any other is 1, so that it exceeds
 * x with a chance of at most 1 / x (Markov), and of 6 n of them one does with FALSE_ALARM at most. Several steps are found together, and
 * the first is offered; the next is offered when that is done.
 *
 * @param given per place of the sequence the text it has now, or -1; behind the regions the texts that a shift up brings in
 * @param rows per place its row; null: as they are
 */
export function* likeliestStep(
  fit: PageFit,
  measures: Measures,
  given: Int32Array,
  rows: Uint32Array | null,
): Generator<void, PairingOffer | null> {
  const regionCount = measures.width.length;
  const price = Math.log((2 * FARTHEST * regionCount) / FALSE_ALARM);
  const rowAt = (place: number) => (place >= regionCount ? -1 : rows ? (rows[place] ?? place) : place);
  // A ring: a way that leaves out m texts goes on from m texts before.
  const ring = Array.from({ length: FARTHEST + 1 }, noWays);
  const loose = new Float64Array(FARTHEST + 1);
  const start = ring[0];
  if (!start) return null;
  start.worth[FARTHEST] = 0;
  for (let place = 0; place < given.length; place += 1) {
    if (place % SLICE === SLICE - 1) yield;
    const now = ring[place % ring.length];
    const next = ring[(place + 1) % ring.length];
    if (!now || !next) return null;
    stepDown(now, place, price);
    next.worth.fill(-Infinity);
    const text = given[place] ?? -1;
    for (let state = 0; state < STATES; state += 1) {
      const at = place + state - FARTHEST;
      if (at >= 0) take(next, state, now, state, likelihood(fit, measures, rowAt(at), text));
    }
    loose[place % loose.length] = likelihood(fit, measures, -1, text);
    let left = 0;
    for (let times = 1; times <= Math.min(FARTHEST, place + 1); times += 1) {
      left += loose[(place + 1 - times) % loose.length] ?? 0;
      const from = ring[(place + 1 - times) % ring.length];
      if (from) leaveOut(next, from, place + 1 - times, times, left - price);
    }
  }
  const end = ring[given.length % ring.length];
  const found = end && firstStepOf(end, given.length);
  if (!found || !(yield* isPlain(fit, measures, given, rowAt, found))) return null;
  return { row: rowAt(found.place), by: found.step > 0 ? 1 : -1, times: Math.abs(found.step) };
}

function noWays(): Ways {
  return {
    worth: new Float64Array(STATES).fill(-Infinity),
    place: new Int32Array(STATES),
    step: new Int8Array(STATES),
    until: new Int32Array(STATES).fill(-1),
  };
}

/** The way in state `from` goes on in `to` if nothing better came there before. */
function take(to: Ways, state: number, from: Ways, fromState: number, gain: number): boolean {
  const worth = (from.worth[fromState] ?? -Infinity) + gain;
  if (!(worth > (to.worth[state] ?? -Infinity))) return false;
  to.worth[state] = worth;
  to.place[state] = from.place[fromState] ?? 0;
  to.step[state] = from.step[fromState] ?? 0;
  to.until[state] = from.until[fromState] ?? -1;
  return true;
}

function begin(ways: Ways, state: number, place: number, step: number): void {
  if (ways.step[state] !== 0) {
    if ((ways.until[state] ?? -1) < 0) ways.until[state] = place;
    return;
  }
  ways.place[state] = place;
  ways.step[state] = step;
}

/** From this text on some regions are passed over. From the highest state, so that one step is not made of two. */
function stepDown(ways: Ways, place: number, price: number): void {
  for (let state = STATES - 1; state > 0; state -= 1)
    for (let from = state - 1; from >= Math.max(0, state - FARTHEST); from -= 1)
      if (take(ways, state, ways, from, -price)) begin(ways, state, place, state - from);
}

/** `times` texts before this place go to no region. */
function leaveOut(next: Ways, from: Ways, place: number, times: number, gain: number): void {
  for (let state = times; state < STATES; state += 1)
    if (take(next, state - times, from, state, gain)) begin(next, state - times, place, -times);
}

interface FirstStep {
  readonly place: number;
  readonly step: number;
  /** The place before which it ends. */
  readonly until: number;
}

function firstStepOf(end: Ways, length: number): FirstStep | null {
  let best = FARTHEST;
  for (let state = 0; state < STATES; state += 1)
    if ((end.worth[state] ?? -Infinity) > (end.worth[best] ?? -Infinity)) best = state;
  const { [best]: step = 0 } = end.step;
  const { [best]: place = 0 } = end.place;
  const { [best]: until = -1 } = end.until;
  return step === 0 ? null : { place, step, until: until < 0 ? length : until };
}

/**
 * Looks at the found step anew, as the model may not hold on this page: where boxes say little of their texts, as the fields of a form,
 * likelihoods of chance add up to anything. So the moved texts must say of the boxes more than any text does (at least a quarter of a
 * nat each), and it must be most of them and not a few that say so: Student's ratio, which needs no model.
 */
function* isPlain(
  fit: PageFit,
  measures: Measures,
  given: Int32Array,
  rowAt: (place: number) => number,
  { place: first, step, until }: FirstStep,
): Generator<void, boolean> {
  let gained = 0;
  let squares = 0;
  let told = 0;
  let count = 0;
  for (let place = Math.max(first, first - step); place < until; place += 1) {
    if (place % SLICE === 0) yield;
    const text = given[place] ?? -1;
    if (Number.isNaN(measures.length[text] ?? NaN)) continue;
    const moved = likelihood(fit, measures, rowAt(place + step), text);
    const gain = Math.max(-MOST_GAIN, Math.min(MOST_GAIN, moved - likelihood(fit, measures, rowAt(place), text)));
    gained += gain;
    squares += gain * gain;
    told += moved - likelihood(fit, measures, -1, text);
    count += 1;
  }
  return gained > LEAST_STEADY * Math.sqrt(squares) && told > LEAST_TOLD * count;
}
