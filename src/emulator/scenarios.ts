import type { EndpointName, TaskKind } from '../core/ocr/contract.ts';
import type { SampleTruth } from '../core/samples/truth.ts';
import { notBase64, notUtf8, oddRectangles, oddTexts } from './odd-results.ts';
import { completed, rectanglesEntry, sampleOutcome, textEntry } from './results.ts';
import type { Outcome } from './results.ts';
import {
  AT_ONCE,
  FAILING,
  FORGOTTEN,
  LONG,
  NEVER_DONE,
  NEVER_STARTED,
  NO_SUCH_TASK,
  ODD_WORD,
  USUAL,
} from './task-script.ts';
import type { TaskScript } from './task-script.ts';
import { TYPED_SCENARIOS } from './typed-scenarios.ts';

export interface Scenario {
  readonly id: string;
  /** What asking for this id shows. */
  readonly what: string;
  readonly script: TaskScript;
  /** What the task sends when it is finished. `asked` counts the questions for this task, from 1. */
  readonly outcome: (kind: TaskKind, truth: SampleTruth, asked: number) => Outcome | Promise<Outcome>;
  /** The only one that knows the task; all do when there is none. */
  readonly endpoint?: EndpointName;
}

const nothing = (): Outcome => completed(null);
const failed = (...messages: readonly string[]): Outcome => ({ results: null, error: { messages, warnings: [] } });

/**
 * Every state of a task, openly by id: ask any endpoint for one of these with any token, for those of
 * `TYPED_SCENARIOS` their own. What they send is
 * the book sample's unless said otherwise. `.anything` after an id is a task of its own: `task-usual.2`.
 */
export const SCENARIOS: readonly Scenario[] = [
  row('task-usual', 'Pending, Processing, then Completed after 3.3 s', USUAL, sampleOutcome),
  row('task-at-once', 'Completed at the first question', AT_ONCE, sampleOutcome),
  row('task-long', 'Completed after 40 s', LONG, sampleOutcome),
  row('task-pending', 'Pending for ever', NEVER_STARTED, nothing),
  row('task-processing', 'Processing for ever', NEVER_DONE, nothing),
  row('task-odd-word', 'a status that no document lists, then Completed', ODD_WORD, sampleOutcome),
  row('task-notexist', 'NotExist', NO_SUCH_TASK, nothing),
  row('task-forgotten', 'Processing, then NotExist', FORGOTTEN, nothing),
  row('task-error', 'Error with two messages', FAILING, () =>
    failed('The image could not be read: unexpected end of file.', 'Recognition was not started.'),
  ),
  row('task-error-string', 'Error, with `error` as a plain string', FAILING, () => ({
    results: null,
    error: 'Unsupported image format.',
  })),
  row('task-warnings', 'Completed with results and warnings', USUAL, (kind, truth) =>
    completed(sampleOutcome(kind, truth).results, ['The image is skewed by 1.2 degrees; some text may be lost.']),
  ),
  row('task-no-data', 'Completed, and never any data', USUAL, () => ({
    ...completed(null),
    code: 'ResultDataLost',
  })),
  row('task-late-data', 'Completed without data for two questions more, then with it', AT_ONCE, (kind, truth, asked) =>
    asked <= 2 ? { ...completed(null), code: 'NoAnyResultData' } : sampleOutcome(kind, truth),
  ),
  row('task-empty', 'Completed: `[]` for detection, one empty text for recognition', USUAL, (kind) =>
    completed([kind === 'detection' ? rectanglesEntry([]) : textEntry('')]),
  ),
  row('task-one-each', 'Completed, each rectangle in an entry of its own', USUAL, (kind, truth) =>
    kind === 'detection'
      ? completed(truth.regions.map((corners) => rectanglesEntry([corners])))
      : sampleOutcome(kind, truth),
  ),
  row('task-merged', 'Completed, all texts in one entry', USUAL, (kind, truth) =>
    kind === 'recognition' ? completed([textEntry(truth.texts.join('\n'))]) : sampleOutcome(kind, truth),
  ),
  row('task-uneven', 'Completed, two texts fewer than regions', USUAL, (kind, truth) =>
    kind === 'recognition' ? completed(truth.texts.slice(0, -2).map(textEntry)) : sampleOutcome(kind, truth),
  ),
  row(
    'task-odd',
    'rectangles that are swapped, outside, flat, double or none; texts with markup and worse',
    USUAL,
    (kind, truth) => (kind === 'detection' ? oddRectangles(truth) : oddTexts()),
  ),
  row('task-not-base64', 'Completed, `data` is no Base64', USUAL, notBase64),
  row('task-not-utf8', 'Completed, the decoded bytes are no UTF-8', USUAL, notUtf8),
  // The vendor's own tests ask for this id and expect this code.
  row('00000000-0000-0000-0000-000000000000', 'PartiallyNotFound, with a message', NO_SUCH_TASK, () => ({
    ...failed('No task was found for this identifier.'),
    code: 'PartiallyNotFound',
  })),
  ...TYPED_SCENARIOS,
];

function row(id: string, what: string, script: TaskScript, outcome: Scenario['outcome']): Scenario {
  return { id, what, script, outcome };
}
