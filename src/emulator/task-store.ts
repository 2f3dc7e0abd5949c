import { bareTaskId } from '../core/ocr/contract.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { TaskPlan } from './built-in.ts';

export interface Task extends TaskPlan {
  /** Milliseconds since the epoch. */
  readonly submittedAt: number;
  readonly cancelled: boolean;
  /** Questions so far. */
  readonly asked: number;
  readonly lastAskedAt: number;
  readonly builtIn: boolean;
}

/** A built-in task that nobody asked for in this long starts over, so that it can be watched again. */
export const FORGET_AFTER = 60_000;

/** The tasks that this emulator knows. A built-in task is submitted by the first question for it. */
export class TaskStore {
  readonly #tasks = new Map<string, Task>();
  readonly #now: () => number;
  readonly #builtIn: (kind: TaskKind, bareId: string) => TaskPlan | undefined;

  constructor(now: () => number, builtIn: (kind: TaskKind, bareId: string) => TaskPlan | undefined) {
    this.#now = now;
    this.#builtIn = builtIn;
  }

  submit(kind: TaskKind, id: string, plan: TaskPlan): void {
    this.#keep(kind, id, plan, false);
  }

  /** Counts the question. */
  ask(kind: TaskKind, id: string): Task | undefined {
    const task = this.#find(kind, id);
    if (!task) return undefined;
    const asked = { ...task, asked: task.asked + 1, lastAskedAt: this.#now() };
    this.#tasks.set(key(kind, id), asked);
    return asked;
  }

  cancel(kind: TaskKind, id: string): void {
    const task = this.#find(kind, id);
    if (task) this.#tasks.set(key(kind, id), { ...task, cancelled: true, lastAskedAt: this.#now() });
  }

  #find(kind: TaskKind, id: string): Task | undefined {
    const known = this.#tasks.get(key(kind, id));
    if (known && !(known.builtIn && this.#now() - known.lastAskedAt > FORGET_AFTER)) return known;
    const plan = this.#builtIn(kind, bareTaskId(id));
    return plan && this.#keep(kind, id, plan, true);
  }

  #keep(kind: TaskKind, id: string, plan: TaskPlan, builtIn: boolean): Task {
    const now = this.#now();
    const task: Task = { ...plan, submittedAt: now, cancelled: false, asked: 0, lastAskedAt: now, builtIn };
    this.#tasks.set(key(kind, id), task);
    return task;
  }
}

/** A detection id means nothing to the recognition endpoint, and the other way round. */
function key(kind: TaskKind, id: string): string {
  return `${kind} ${bareTaskId(id)}`;
}
