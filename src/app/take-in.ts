import type { Findings, Intake, PastedAnswer } from '../core/intake/intake.ts';
import { readPasted } from '../core/intake/read-pasted.ts';
import { PAIR_BY_POSITION } from '../core/inspection/pairing.ts';
import { endpointNamed, endpointOfKind, type EndpointName, type TaskKind } from '../core/ocr/contract.ts';
import { OFF_THE_PAGE } from '../core/ocr/read-answer.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import { currentInspection, useInspections } from '../state/inspections.ts';
import { useNotices } from '../state/notices.ts';
import { useView } from '../state/view-store.ts';
import { openPicture } from './open-picture.ts';
import { beginReading, endReading, stopReading } from './reading.ts';
import type { TokenBox } from './token-box.ts';

export interface TakeIn {
  /**
   * Reads a pasted or dropped text and puts each part where it belongs: at once, or when it is large, off the main thread.
   * False when it was not understood.
   */
  readonly anything: (text: string) => boolean | Promise<boolean>;
  /** A picture that was dropped, pasted or chosen. */
  readonly image: (file: Blob, name: string) => void;
  /** A paste into one of the three fields. False: it is what the field wants, and the browser inserts it. */
  readonly intoField: (field: 'token' | TaskKind, text: string) => boolean;
}

export interface TakeInTools {
  readonly box: TokenBox;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
  readonly leaveSample: () => void;
}

export function takeIn({ box, now, report, leaveSample }: TakeInTools): TakeIn {
  /** What the person brings belongs to the person's own inspection, not to the sample on the screen. */
  const toOwnInspection = () => {
    if (currentInspection(useInspections.getState()).sample !== null) leaveSample();
  };

  const place = (found: Findings, into: TaskKind | null) => {
    toOwnInspection();
    const { change, changeTask } = useInspections.getState();
    if (found.token) box.put(found.token.value);
    for (const { id, kind, endpoint } of found.tasks)
      changeTask(kind ?? into ?? freeSlot(), endpoint === null ? { typed: id } : { typed: id, chosen: endpoint });
    for (const answer of found.answers) {
      changeTask(answer.kind ?? into ?? freeSlot(), { given: received(answer, now()) });
    }
    if (found.request) change({ request: found.request });
    if (found.answers.length > 0 || found.request) {
      change({ pairing: PAIR_BY_POSITION, pageText: null });
      useView.getState().reset();
    }
    if (found.image) void openPicture(new Blob([found.image.bytes]), 'pasted-image', report);
    useNotices.getState().clear('paste', 'detection', 'recognition');
    if (found.problems.length > 0) useNotices.getState().tell('paste', ...found.problems);
    useNotices.getState().say(inWords(found));
  };

  const taken = (read: Intake, into: TaskKind | null): boolean => {
    if (read.kind === 'found') {
      place(read, into);
      return true;
    }
    useNotices.getState().say(null);
    useNotices.getState().tell('paste', read.problem);
    return false;
  };

  const readAway = async (text: string, into: TaskKind | null): Promise<boolean> => {
    const reading = beginReading();
    try {
      const { readLargePaste } = await import('../workers/run-decode.ts');
      const read = await readLargePaste(text, knownIds(), reading.signal);
      // Given up: what was done meanwhile stands.
      return endReading(reading) && taken(read, into);
    } catch (error) {
      if (!endReading(reading)) return false;
      const what = `could not be read: ${error instanceof Error ? error.message : 'its reader broke'}`;
      return taken({ kind: 'unknown', problem: { where: 'Paste an answer', what, severity: 'error' } }, into);
    }
  };

  return {
    image: (file, name) => {
      toOwnInspection();
      void openPicture(file, name, report);
    },
    anything: (text) => {
      stopReading();
      return text.length < OFF_THE_PAGE ? taken(readPasted(text, knownIds()), null) : readAway(text, null);
    },
    intoField: (field, text) => {
      const into = field === 'token' ? null : field;
      if (text.length >= OFF_THE_PAGE) {
        if (!STRUCTURED.test(text)) return false;
        void readAway(text, into);
        return true;
      }
      const read = readPasted(text, knownIds());
      if (read.kind !== 'found' || (!read.token && !STRUCTURED.test(text))) return false;
      stopReading();
      place(read, into);
      return true;
    },
  };
}

/**
 * A command, an address or JSON, which a field passes on to where its parts belong. Bare words are the field's own text:
 * an opaque token can look like Base64, and an id like nothing at all. A JWT goes to the token field wherever it lands.
 */
const STRUCTURED = /^\s*[{[]|\bcurl\b|:\/\//i;

function freeSlot(): TaskKind {
  const { tasks } = currentInspection(useInspections.getState());
  const isFree = (kind: TaskKind) => tasks[kind].typed === '' && tasks[kind].given === null;
  return !isFree('detection') && isFree('recognition') ? 'recognition' : 'detection';
}

function knownIds(): Partial<Record<TaskKind, string>> {
  const { tasks } = currentInspection(useInspections.getState());
  return {
    ...(tasks.detection.typed !== '' && { detection: tasks.detection.typed }),
    ...(tasks.recognition.typed !== '' && { recognition: tasks.recognition.typed }),
  };
}

function received({ raw, task }: PastedAnswer, receivedAt: number): ReceivedAnswer {
  return { raw, task, receivedAt };
}

function inWords({ token, tasks, answers, request, image }: Findings): string {
  const parts = [
    token && 'an access token',
    tasks.length === 1 ? taskInWords(tasks[0]?.endpoint ?? null) : tasks.length > 1 && `${tasks.length} task ids`,
    answers.length === 1 ? 'an answer' : answers.length > 1 && `${answers.length} answers`,
    request && (request.table.count === 1 ? '1 region of a request' : `${request.table.count} regions of a request`),
    image && 'an image',
  ].filter((part) => typeof part === 'string');
  return `Read: ${parts.join(', ')}.`;
}

/** Named where it is not the usual one, because it was chosen beside the field. */
function taskInWords(endpoint: EndpointName | null): string {
  const usual = endpoint === null || endpointOfKind(endpointNamed(endpoint).kind).name === endpoint;
  return usual ? 'a task id' : `a task id of ${endpoint}`;
}
