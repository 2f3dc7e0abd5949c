import type { Problem } from '../core/problem.ts';
import type { FrameCheck } from '../core/frame-check/check.ts';
import { isAsReceived } from '../core/geometry/frame-setting.ts';
import { isOutsideProblem } from '../core/inspection/join.ts';
import { TASK_NAMES } from '../core/ocr/attempt.ts';
import { TASK_KINDS, type TaskKind } from '../core/ocr/contract.ts';
import type { TaskAnswer } from '../core/ocr/task.ts';
import type { TaskHandle } from '../queries/use-ocr-task.ts';
import { type TaskSlot, useInspections } from '../state/inspections.ts';
import { useNotices } from '../state/notices.ts';
import type { ListedProblem } from '../ui/problems/problem-list.tsx';
import { focusFrame } from './focus.ts';
import { pollProblems } from './poll-problems.ts';
import { type PageData, shownAnswer } from './use-inspection.ts';

/** Everything that is wrong on the page, in one list: what was given, what was answered, how it fits together. */
export function usePageProblems({ open, tasks, inspection }: PageData, check: FrameCheck | null): ListedProblem[] {
  const notices = useNotices((state) => state.notices);
  const listed: ListedProblem[] = Object.entries(notices).flatMap(([place, problems]) =>
    problems.map((problem, at) => ({ key: `given-${place}-${at}`, problem })),
  );
  const polled = pollProblems({ open, tasks });
  // What was said at the field already is not said again.
  if (polled.token && !notices.token) listed.push({ key: 'polled-token', problem: polled.token });
  for (const kind of TASK_KINDS) {
    const problem = polled.tasks[kind];
    if (problem) listed.push({ key: `polled-${kind}`, problem, ...placed(kind, problem) });
    if (showsBefore(open.tasks[kind], tasks[kind])) listed.push({ key: `before-${kind}`, problem: beforeNote(kind) });
  }
  for (const kind of TASK_KINDS) listed.push(...answerProblems(kind, shownAnswer(open.tasks[kind], tasks[kind])?.task));
  const isMisplaced = check?.verdict === 'does not fit' || check?.verdict === 'fits only if';
  inspection.problems.forEach((problem, at) => {
    const key = `inspection-${at}`;
    const of = TASK_KINDS.find((kind) => problem.where.startsWith(`${TASK_NAMES[kind]}, `));
    const toFrame = isMisplaced && isOutsideProblem(problem);
    listed.push(
      toFrame
        ? { key, problem: { ...problem, todo: IN_FRAME }, action: TO_FRAME }
        : { key, problem, ...(of && placed(of, problem)) },
    );
  });
  // One way to the section is enough; and somebody who set the frame has been there.
  const isTold = inspection.problems.some(isOutsideProblem) || !isAsReceived(open.frame.setting);
  if (isMisplaced && !isTold) listed.push(MISPLACED);
  if (ordersOtherwise(inspection)) listed.push(orderOffer(open.pairing));
  return listed;
}

/** Where the regions belong is told by the section Frame: no problem says half of it again. */
const IN_FRAME = 'The section Frame says what the pixels make of it.';
const TO_FRAME = { label: 'Go to Frame', run: focusFrame };
const MISPLACED: ListedProblem = {
  key: 'frame',
  problem: {
    where: 'Frame',
    what: 'the regions do not lie on the ink of this image',
    todo: IN_FRAME,
    severity: 'warning',
  },
  action: TO_FRAME,
};

/** The view of the answer names a problem's place without the task, which is its own. */
function placed(kind: TaskKind, problem: Problem): Pick<ListedProblem, 'inAnswer'> {
  const prefix = `${TASK_NAMES[kind]}, `;
  const where = problem.where.startsWith(prefix) ? problem.where.slice(prefix.length) : problem.where;
  return /^(?:results\[|answer)/.test(where) ? { inAnswer: { kind, problem: { ...problem, where } } } : {};
}

/** An answer of the task that was asked for before is still on the page. */
function showsBefore({ given, before }: TaskSlot, { view }: Pick<TaskHandle, 'view'>): boolean {
  return before !== null && given === null && view.answer === null;
}

function beforeNote(kind: TaskKind): Problem {
  return {
    where: TASK_NAMES[kind],
    what: 'what is shown is of the task before, because this one has no answer yet',
    todo: 'It is replaced as soon as the answer arrives.',
    severity: 'note',
  };
}

/** Warnings of the service do not keep its results from being shown; tolerated oddities of the envelope are told too. */
function answerProblems(kind: TaskKind, task: TaskAnswer | undefined): ListedProblem[] {
  if (!task) return [];
  const said = [...(task.status === 'Error' ? [] : task.messages), ...task.warnings];
  const problems = [
    ...said.map((what): Problem => ({
      where: TASK_NAMES[kind],
      what: `The service says: ${what}`,
      severity: 'warning',
    })),
    ...task.problems,
  ];
  return problems.map((problem, at) => ({ key: `${kind}-${at}`, problem, ...placed(kind, problem) }));
}

/** Texts are there, and the request's order would pair them otherwise. */
function ordersOtherwise({ order, texts, pairing }: PageData['inspection']): boolean {
  if (order === null || texts.length < 2 || pairing.choice.by !== 'position') return false;
  return order.some((value, at) => at > 0 && value < (order[at - 1] ?? value));
}

function orderOffer(pairing: PageData['open']['pairing']): ListedProblem {
  return {
    key: 'order',
    problem: {
      where: 'Pairing',
      what: 'the request gives its regions an order, and the texts may come in it',
      todo: 'Nothing in the answer says so; try it, and look whether texts and regions agree.',
      severity: 'note',
    },
    action: {
      label: 'Try the request’s order',
      run: () => useInspections.getState().change({ pairing: { ...pairing, by: 'order', shifts: [] } }),
    },
  };
}
