/**
 * How a task ages, as a pure function of the time since it was submitted. Words and codes as in the contract:
 * a queued task answers `Pending` with `NoAnyResultData` and no results.
 */
import { RETENTION_HOURS } from '../core/ocr/contract.ts';

export interface Phase {
  /** `taskStatus` while in this phase. */
  readonly status: string;
  /** `responseStatusCode` while in this phase, unless the outcome of a finished task has its own. */
  readonly code: string;
  /** Milliseconds after submission at which the phase is over. The last phase has Infinity. */
  readonly until: number;
}

export type TaskScript = readonly Phase[];

const PENDING = { status: 'Pending', code: 'NoAnyResultData' };
const PROCESSING = { status: 'Processing', code: 'NotReady' };
const GONE: Phase = { status: 'NotExist', code: 'TaskNotFound', until: Infinity };

/** A page of text: seen pending twice and processing once by a client that asks after 0, 1, 2.5 and 4.75 s. */
export const USUAL: TaskScript = endingIn('Completed', 'Ok', 1_500, 3_300);
export const AT_ONCE: TaskScript = [{ status: 'Completed', code: 'Ok', until: Infinity }];
export const LONG: TaskScript = endingIn('Completed', 'Ok', 10_000, 40_000);
export const FAILING: TaskScript = endingIn('Error', 'Error', 1_000, 2_000);
export const NEVER_STARTED: TaskScript = [{ ...PENDING, until: Infinity }];
export const NEVER_DONE: TaskScript = [
  { ...PENDING, until: 1_000 },
  { ...PROCESSING, until: Infinity },
];
export const NO_SUCH_TASK: TaskScript = [GONE];
/** A word that no document lists: a client waits. */
export const ODD_WORD: TaskScript = [
  { status: 'Queued', code: 'NotReady', until: 3_000 },
  { status: 'Completed', code: 'Ok', until: Infinity },
];
/** Seen running, then forgotten, as after the 24 hours. */
export const FORGOTTEN: TaskScript = [{ ...PROCESSING, until: 2_000 }, GONE];

function endingIn(status: string, code: string, pendingUntil: number, processingUntil: number): TaskScript {
  return [
    { ...PENDING, until: pendingUntil },
    { ...PROCESSING, until: processingUntil },
    { status, code, until: Infinity },
  ];
}

/** The phase of a task `age` milliseconds after its submission. After 24 hours the service has forgotten it. */
export function phaseAt(script: TaskScript, age: number): Phase {
  if (age >= RETENTION_HOURS * 3_600_000) return GONE;
  return script.find((phase) => age < phase.until) ?? GONE;
}

/** How long after its submission a task is finished; Infinity when it never is. */
export function finishedAfter(script: TaskScript): number {
  const before = script.findIndex((phase) => phase.status === 'Completed' || phase.status === 'Error');
  return before === -1 ? Infinity : (script[before - 1]?.until ?? 0);
}
