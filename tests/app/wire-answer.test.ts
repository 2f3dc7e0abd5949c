import { beforeEach, describe, expect, test } from 'vitest';
import type { HostConfig } from '../../src/app/host-config.ts';
import { wireAnswer } from '../../src/app/wire-answer.ts';
import { decodeAnswer } from '../../src/core/decode/index.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';
import { buildInspection } from '../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../src/core/inspection/pairing.ts';
import type { TaskKind } from '../../src/core/ocr/contract.ts';
import { isListed, type ReceivedAnswer } from '../../src/core/ocr/task.ts';
import { readAnswer } from '../../src/core/ocr/read-answer.ts';
import { type TaskView, UNASKED } from '../../src/queries/task-view.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { freshPage } from './page-state.ts';

beforeEach(freshPage);

const HOST: HostConfig = {
  service: 'https://api.aspose.cloud',
  proxy: new URL('https://page.example.com/proxy/'),
  connections: ['server', 'direct', 'sample'],
};

function answer(data: string): ReceivedAnswer {
  const raw = new TextEncoder().encode(`{"taskStatus":"Completed","results":[{"type":"Other","data":"${data}"}]}`);
  const reading = readAnswer(raw, null);
  if (!reading.ok) throw new Error('the fixture is no answer');
  return { raw, task: reading.task, receivedAt: 0 };
}

const GOOD = answer(btoa('[[1,2,3,4]]'));
const BAD = answer('!!!');

type Views = Partial<Record<TaskKind, Partial<TaskView>>>;

function pageOf(views: Views) {
  const view = (one: TaskKind): TaskView => ({ ...UNASKED, ...views[one] });
  const handle = (one: TaskKind) => ({
    view: view(one),
    checkNow: () => undefined,
    stop: () => undefined,
    keepWaiting: () => undefined,
  });
  const decodedOf = (one: TaskKind) => {
    const task = view(one).answer?.task;
    return task && isListed(task) ? decodeAnswer(task.results, one) : null;
  };
  const inspection = buildInspection({
    detection: decodedOf('detection'),
    recognition: decodedOf('recognition'),
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
  const open = currentInspection(useInspections.getState());
  return { open, inspection, tasks: { detection: handle('detection'), recognition: handle('recognition') } };
}

const viewed = (kind: TaskKind, views: Views) => wireAnswer(pageOf(views), kind, HOST);

describe('what the view of an answer is told', () => {
  test('nothing, while there is no answer', () => {
    expect(viewed('detection', {})).toBeNull();
  });

  test('only the problems of its own task, with paths into its own answer', () => {
    const views = { detection: { answer: GOOD, lastRaw: GOOD.raw }, recognition: { answer: BAD, lastRaw: BAD.raw } };
    expect(viewed('detection', views)?.problems).toEqual([]);
    expect(viewed('recognition', views)?.problems).toMatchObject([{ where: 'results[0].data', severity: 'error' }]);
  });

  test('an answer that is not the one on the page has no regions, and says what was wrong with it', () => {
    const raw = new TextEncoder().encode('<html>');
    const lastProblem = { where: 'Detection task', what: 'is a web page', severity: 'error' } as const;
    const wire = viewed('detection', { detection: { answer: GOOD, lastRaw: raw, lastProblem } });
    expect(wire).toMatchObject({ raw, links: null, problems: [{ where: 'answer', what: 'is a web page' }] });
  });

  test('a poll that brings no other regions leaves its links as they are', () => {
    const page = pageOf({ detection: { answer: GOOD, lastRaw: GOOD.raw } });
    const before = wireAnswer(page, 'detection', HOST)?.links;
    const later = wireAnswer({ ...page, tasks: { ...page.tasks } }, 'detection', HOST)?.links;
    expect(before).toMatchObject({ kind: 'detection' });
    expect(later).toBe(before);
    expect(wireAnswer(pageOf({ detection: { answer: GOOD, lastRaw: GOOD.raw } }), 'detection', HOST)?.links).not.toBe(
      before,
    );
  });

  test('the log names the endpoint, the id and where it was asked', () => {
    const attempts = [{ attempt: 1, at: 5, tookMs: 2, status: 200, words: 'Completed' }];
    const { changeTask, change } = useInspections.getState();
    changeTask('detection', { asked: 'some-id-123' });
    change({ connection: 'server' });
    const wire = viewed('detection', {
      detection: { answer: GOOD, lastRaw: GOOD.raw, startedAt: 5, log: attempts },
    });
    expect(wire?.log).toEqual({
      endpoint: 'DetectRegions',
      id: 'some-id-123',
      base: 'https://page.example.com/proxy/',
      startedAt: 5,
      attempts,
    });
  });

  test('a pasted answer was asked for by nobody', () => {
    useInspections.getState().changeTask('detection', { given: GOOD, asked: 'some-id-123' });
    expect(viewed('detection', { detection: { answer: GOOD, lastRaw: GOOD.raw, startedAt: 5 } })?.log).toBeNull();
  });
});
