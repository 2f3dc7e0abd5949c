import type { Inspection } from '../core/inspection/inspection.ts';
import { TASK_NAMES } from '../core/ocr/attempt.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { Problem } from '../core/problem.ts';
import type { PollLog } from '../core/wire/poll-log.ts';
import type { WireLinks } from '../ui/answer/wire-session.ts';
import type { HostConfig } from './host-config.ts';
import { type PageData, shownAnswer } from './use-inspection.ts';

/** What the view of an answer is told of the page. */
export interface WireAnswer {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly links: WireLinks | null;
  readonly problems: readonly Problem[];
  readonly log: PollLog | null;
}

type WirePage = Pick<PageData, 'open' | 'tasks' | 'inspection'>;

/** null: the task has no answer to view. */
export function wireAnswer(page: WirePage, kind: TaskKind, config: HostConfig): WireAnswer | null {
  const slot = page.open.tasks[kind];
  const { view } = page.tasks[kind];
  const raw = slot.given?.raw ?? view.lastRaw;
  if (raw === null) return null;
  const shown = shownAnswer(slot, page.tasks[kind]);
  // The last attempt may have come to something else than the answer that is on the page.
  const isShown = shown?.raw === raw;
  return {
    raw,
    links: isShown ? linksOf(page.inspection, kind) : null,
    problems: isShown ? ofAnswer(page, kind) : view.lastProblem === null ? [] : [asOfAnswer(view.lastProblem)],
    log: logOf(page, kind, config),
  };
}

const links = new WeakMap<Inspection, Map<TaskKind, WireLinks>>();

/** The same object while the regions are the same: what a poll brings besides must not bring the chosen region into sight again. */
function linksOf(inspection: Inspection, kind: TaskKind): WireLinks {
  const known = links.get(inspection) ?? new Map<TaskKind, WireLinks>();
  links.set(inspection, known);
  const made = known.get(kind) ?? { inspection, kind };
  known.set(kind, made);
  return made;
}

/** The problems of both tasks stand in one list, each with the name of its task in front. */
function ofAnswer({ inspection, open, tasks }: WirePage, kind: TaskKind): readonly Problem[] {
  const prefix = `${TASK_NAMES[kind]}, `;
  const own = inspection.problems.flatMap((problem) =>
    problem.where.startsWith(prefix) ? [{ ...problem, where: problem.where.slice(prefix.length) }] : [],
  );
  return [...(shownAnswer(open.tasks[kind], tasks[kind])?.task.problems ?? []), ...own];
}

function asOfAnswer(problem: Problem): Problem {
  return problem.where.startsWith('results') ? problem : { ...problem, where: 'answer' };
}

function logOf({ open, tasks }: WirePage, kind: TaskKind, { proxy, service }: HostConfig): PollLog | null {
  const { asked, endpoint, given } = open.tasks[kind];
  const { startedAt, log } = tasks[kind].view;
  if (given !== null || asked === null || startedAt === null) return null;
  const base = { sample: null, server: proxy?.href ?? null, direct: service }[open.connection];
  return { endpoint, id: asked, base, startedAt, attempts: log };
}
