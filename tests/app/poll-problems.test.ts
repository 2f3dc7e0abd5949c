import { beforeEach, describe, expect, test } from 'vitest';
import { pollProblems } from '../../src/app/poll-problems.ts';
import type { TaskKind } from '../../src/core/ocr/contract.ts';
import type { Problem } from '../../src/core/problem.ts';
import { type TaskView, UNASKED } from '../../src/queries/task-view.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { freshPage } from './page-state.ts';

beforeEach(freshPage);

const ASKED: TaskView = { ...UNASKED, startedAt: 0 };
const REFUSED: Problem = { where: 'Detection task', what: 'refused the access token (401)', severity: 'error' };

function problemsOf(views: Partial<Record<TaskKind, Partial<TaskView>>>) {
  const handle = (kind: TaskKind) => ({
    view: views[kind] ? { ...ASKED, ...views[kind] } : UNASKED,
    checkNow: () => undefined,
    stop: () => undefined,
    keepWaiting: () => undefined,
  });
  const open = currentInspection(useInspections.getState());
  return pollProblems({ open, tasks: { detection: handle('detection'), recognition: handle('recognition') } });
}

describe('what polling has to say', () => {
  test('nothing, while nothing was asked', () => {
    expect(problemsOf({})).toEqual({
      token: null,
      tasks: { detection: null, recognition: null },
      ids: { detection: null, recognition: null },
    });
  });

  test('a refused token is one problem at the token field, however many tasks wait for it', () => {
    const refused = { phase: 'needs-token', lastProblem: REFUSED } as const;
    const { token, tasks } = problemsOf({ detection: refused, recognition: refused });
    expect(token).toEqual({ ...REFUSED, where: 'Access token' });
    expect(tasks).toEqual({ detection: null, recognition: null });
  });

  test('a fault that is asked again is listed, but does not mark the id as wrong', () => {
    const fault: Problem = { where: 'Detection task', what: 'answered HTTP 500', severity: 'warning' };
    const { tasks, ids } = problemsOf({ detection: { phase: 'waiting', lastProblem: fault } });
    expect(tasks.detection).toBe(fault);
    expect(ids.detection).toBeNull();
  });

  test('an id that the service does not know is told at its field, in the words of the state', () => {
    const sentence = 'Not found: the service has no detection task with this id.';
    const { ids, tasks } = problemsOf({ detection: { phase: 'not-found', sentence } });
    expect(ids.detection).toEqual({
      where: 'Detection task',
      what: 'the service has no detection task with this id.',
      severity: 'error',
    });
    expect(tasks.detection).toEqual(ids.detection);
  });

  test('what went wrong on the way to a completed answer is over', () => {
    expect(problemsOf({ detection: { phase: 'completed', lastProblem: REFUSED } }).tasks.detection).toBeNull();
  });
});
