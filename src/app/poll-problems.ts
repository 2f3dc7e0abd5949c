import { TASK_NAMES } from '../core/ocr/attempt.ts';
import { TASK_KINDS, type TaskKind } from '../core/ocr/contract.ts';
import type { TaskView } from '../queries/task-view.ts';
import type { Problem } from '../core/problem.ts';
import type { PageData } from './use-inspection.ts';

/** What polling has to say, and the field that it concerns. */
export interface PollProblems {
  /** A token that is missing or was refused: one problem, however many tasks wait for it. */
  readonly token: Problem | null;
  readonly tasks: Readonly<Record<TaskKind, Problem | null>>;
  /** Those of `tasks` that speak of the id: nothing more is asked for it by itself. */
  readonly ids: Readonly<Record<TaskKind, Problem | null>>;
}

/** Ends that the person has to do something about. */
const ENDS: readonly TaskView['phase'][] = ['not-found', 'failed', 'error'];

export function pollProblems({ open, tasks }: Pick<PageData, 'open' | 'tasks'>): PollProblems {
  const views = TASK_KINDS.map((kind) => ({ kind, view: tasks[kind].view, given: open.tasks[kind].given !== null }));
  const asking = views.filter(({ view, given }) => view.startedAt !== null && !given);
  const refused = asking.find(({ view }) => view.phase === 'needs-token' && view.lastProblem !== null);
  const about = (kind: TaskKind, only: readonly TaskView['phase'][] | null): Problem | null => {
    const view = asking.find((one) => one.kind === kind)?.view;
    if (!view || view.phase === 'needs-token' || view.phase === 'completed') return null;
    if (only && !only.includes(view.phase)) return null;
    return view.lastProblem ?? (ENDS.includes(view.phase) ? endProblem(kind, view) : null);
  };
  return {
    token: refused?.view.lastProblem ? { ...refused.view.lastProblem, where: 'Access token' } : null,
    tasks: { detection: about('detection', null), recognition: about('recognition', null) },
    ids: { detection: about('detection', ENDS), recognition: about('recognition', ENDS) },
  };
}

/** The sentence of the state without its word, which the name of the task stands for. */
function endProblem(kind: TaskKind, { sentence }: TaskView): Problem {
  return { where: TASK_NAMES[kind], what: sentence.replace(/^[^:]+: /, ''), severity: 'error' };
}
