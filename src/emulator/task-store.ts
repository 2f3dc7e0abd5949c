import { bareTaskId } from '../core/ocr/contract.ts';
import type { Endpoint } from '../core/ocr/contract.ts';
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
  readonly #builtIn: (endpoint: Endpoint, bareId: string) => TaskPlan | undefined;

  constructor(now: () => number, builtIn: (endpoint: Endpoint, bareId: string) => TaskPlan | undefined) {
    this.#now = now;
    this.#builtIn = builtIn;
  }

  submit(endpoint: Endpoint, id: string, plan: TaskPlan): void {
    this.#keep(endpoint, id, plan, false);
  }

  /** Counts the question. */
  ask(endpoint: Endpoint, id: string): Task | undefined {
    const task = this.#find(endpoint, id);
    if (!task) return undefined;
    const asked = { ...task, asked: task.asked + 1, lastAskedAt: this.#now() };
    this.#tasks.set(key(endpoint, id), asked);
    return asked;
  }

  cancel(endpoint: Endpoint, id: string): void {
    const task = this.#find(endpoint, id);
    if (task) this.#tasks.set(key(endpoint, id), { ...task, cancelled: true, lastAskedAt: this.#now() });
  }

  #find(endpoint: Endpoint, id: string): Task | undefined {
    const known = this.#tasks.get(key(endpoint, id));
    if (known && !(known.builtIn && this.#now() - known.lastAskedAt > FORGET_AFTER)) return known;
    const plan = this.#builtIn(endpoint, bareTaskId(id));
    return plan && this.#keep(endpoint, id, plan, true);
  }

  #keep(endpoint: Endpoint, id: string, plan: TaskPlan, builtIn: boolean): Task {
    const now = this.#now();
    const task: Task = { ...plan, submittedAt: now, cancelled: false, asked: 0, lastAskedAt: now, builtIn };
    this.#tasks.set(key(endpoint, id), task);
    return task;
  }
}

/** The id of a task of one endpoint means nothing to another. */
function key({ name }: Endpoint, id: string): string {
  return `${name} ${bareTaskId(id)}`;
}
