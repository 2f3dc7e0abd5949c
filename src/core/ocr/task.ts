import type { Problem } from '../problem.ts';
import type { TaskStatus } from './contract.ts';

/** One entry of `results`. `type` is a free string ("Other", "Text", ...), `data` is Base64. */
export interface ResultEntry {
  readonly type: string | null;
  readonly data: string | null;
}

/** Entries that stay where they are, in the bytes: a large answer is decoded from there, and nobody looks at a million objects. */
export interface CountedEntries {
  readonly length: number;
  /** As `hasData` has it. */
  readonly withData: boolean;
}

/** An answer of the service, understood. `status` is `Unknown` when the word is none that the contract lists. */
export interface TaskAnswer {
  readonly id: string | null;
  readonly status: TaskStatus | 'Unknown';
  /** `taskStatus` as it was sent. */
  readonly statusWord: string;
  /**
   * `responseStatusCode` as it was sent (Ok, PartiallyNotFound, NoAnyResultData, ResultDataLost, TaskNotFound, NotReady,
   * Error): shown, never obeyed. A queued task answers `Pending` with `NoAnyResultData`.
   */
  readonly code: string | null;
  readonly results: readonly ResultEntry[] | CountedEntries | null;
  /** `error.messages`, or `error` itself when it came as a string or an array of strings. */
  readonly messages: readonly string[];
  /** `error.warnings`: non-critical; a Completed answer with warnings still has results. */
  readonly warnings: readonly string[];
  /** What in the envelope was not as the contract says, and was tolerated. */
  readonly problems: readonly Problem[];
}

/** An answer with all its entries at hand. */
export interface ListedAnswer extends TaskAnswer {
  readonly results: readonly ResultEntry[] | null;
}

export function isListed(task: TaskAnswer): task is ListedAnswer {
  return task.results === null || !('withData' in task.results);
}

/** At least one usable entry, or an explicit `[]`. An empty text is an answer too: a region may hold none. */
export function hasData({ results }: TaskAnswer): boolean {
  if (results === null) return false;
  if ('withData' in results) return results.withData;
  if (results.length === 0) return true;
  return results.some(({ type, data }) => data !== null && (data.trim() !== '' || type?.toLowerCase() === 'text'));
}

/** An answer with the bytes it came in. The bytes are kept before anything is decoded, and never changed. */
export interface ReceivedAnswer {
  /** Body exactly as received. */
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly task: TaskAnswer;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}
