import { idProblem } from '../core/intake/task-id.ts';
import { NOTHING_SELECTED } from '../core/inspection/selection.ts';
import { PAIR_BY_POSITION } from '../core/inspection/pairing.ts';
import { endpointNamed, type EndpointName, sameTaskId, TASK_KINDS, type TaskKind } from '../core/ocr/contract.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import type { Problem } from '../core/problem.ts';
import type { TokenSnapshot } from '../client/token.ts';
import type { TaskHandle } from '../queries/use-ocr-task.ts';
import { currentInspection, useInspections } from '../state/inspections.ts';
import { useNotices } from '../state/notices.ts';
import { useView } from '../state/view-store.ts';
import type { TokenBox } from './token-box.ts';
import { shownAnswer } from './use-inspection.ts';

const FIELDS: Record<TaskKind, string> = { detection: 'Detection task ID', recognition: 'Recognition task ID' };
/** A GUID, or the text-to-speech ids and shortened ids of the documentation: letters, digits, dashes. */
const LOOKS_LIKE_ID = /^\{?[a-z0-9][a-z0-9._-]{5,}\}?$/i;

/**
 * Button Inspect: takes token and ids as they stand in the fields, and starts asking for what is new.
 * Answers the field that keeps anything from being asked, or null.
 */
export function inspect(
  box: TokenBox,
  token: () => TokenSnapshot,
  tasks: Readonly<Record<TaskKind, TaskHandle>>,
): 'Access token' | 'Detection task ID' | null {
  const { tell, clear } = useNotices.getState();
  const tokenGiven = box.give();
  clear('detection', 'recognition');
  const open = currentInspection(useInspections.getState());
  const ids = TASK_KINDS.map((kind) => ({ kind, id: open.tasks[kind].typed.trim(), slot: open.tasks[kind] }));

  if (ids.every(({ id, slot }) => id === '' && slot.given === null)) {
    tell('detection', {
      where: '',
      what: 'Paste the id of a detection task or of a recognition task first',
      severity: 'error',
    });
  }
  const usable = new Set<TaskKind>();
  for (const { kind, id } of ids) {
    const impossible = idProblem(id);
    const odd = impossible ?? oddId(id);
    if (odd) tell(kind, { ...odd, where: FIELDS[kind] });
    if (!impossible) usable.add(kind);
  }
  const asks = ids.some(({ id }) => id !== '');
  if (asks && tokenGiven && open.connection !== 'sample' && token().standing === 'none') {
    tell('token', { where: '', what: 'Paste an access token: nothing is asked without one', severity: 'error' });
  }
  for (const { kind, id, slot } of ids.filter((one) => usable.has(one.kind))) {
    const same = slot.asked !== null && id !== '' && slot.endpoint === slot.chosen && sameTaskId(slot.asked, id);
    if (same && slot.given === null) askAgain(tasks[kind]);
    else if (id !== '') ask(kind, id, shownAnswer(slot, tasks[kind]));
    else if (slot.asked !== null) ask(kind, null, null);
  }
  if (!tokenGiven || useNotices.getState().notices.token) return 'Access token';
  return asks || ids.some(({ slot }) => slot.given !== null) ? null : 'Detection task ID';
}

/** A task at rest is polled on; one that is under way, or at its end, is checked once. */
function askAgain({ view, keepWaiting, checkNow }: TaskHandle): void {
  if (view.phase === 'stopped' || view.phase === 'paused') keepWaiting();
  else checkNow();
}

/** "It may be of another kind": the id is asked at another endpoint, and changes sides where that is one of the other side. */
export function askAt(
  endpoint: EndpointName,
  from: TaskKind,
  tasks: Readonly<Record<TaskKind, Pick<TaskHandle, 'view'>>>,
): void {
  const { changeTask } = useInspections.getState();
  const slots = currentInspection(useInspections.getState()).tasks;
  const { asked, typed } = slots[from];
  const id = asked ?? typed.trim();
  const { kind } = endpointNamed(endpoint);
  if (kind !== from) changeTask(from, { typed: '', asked: null });
  changeTask(kind, { typed: id, chosen: endpoint });
  ask(kind, id, shownAnswer(slots[kind], tasks[kind]));
}

/** Asks who is chosen. What was on the page stays there until the new id has an answer: an id that nobody knows takes nothing away. */
function ask(kind: TaskKind, id: string | null, before: ReceivedAnswer | null): void {
  const { change, changeTask } = useInspections.getState();
  const { chosen } = currentInspection(useInspections.getState()).tasks[kind];
  changeTask(kind, { asked: id, endpoint: chosen, given: null, before });
  change({ pairing: PAIR_BY_POSITION, pageText: null });
  const { select, showAll } = useView.getState();
  select(NOTHING_SELECTED);
  showAll();
}

/** Asked all the same: ids of the service are documented in more than one form. */
function oddId(id: string): Omit<Problem, 'where'> | null {
  if (id === '' || LOOKS_LIKE_ID.test(id)) return null;
  return {
    what: 'does not look like a task id such as a371d027-4b0d-4d86-8825-c8d818dd4ed9',
    todo: 'It is asked as it stands. Copy the id again if the service does not know it',
    severity: 'warning',
  };
}
