/** What a contest is given; see `bench/tables.mjs`. */
export interface Task {
  /** Regions, rows or crops. */
  readonly size: number;
  /** Of a long pan. */
  readonly frames: number;
  /** Forces a collection, then counts objects and array buffers. */
  readonly heapMb: () => Promise<number>;
}

/** Milliseconds unless the row says otherwise, by row of the table. */
export type Measured = Readonly<Record<string, number>>;
export type Contest = (task: Task) => Promise<Measured>;

declare global {
  interface Window {
    /** From `bench/site.mjs`. */
    heapMb: () => Promise<number>;
    measure: (contest: string, task: Omit<Task, 'heapMb'>) => Promise<Measured>;
  }
}

/** Lets `bench/site.mjs` call these by name, each on a page of its own, so that none warms up another. */
export function offer(contests: Readonly<Record<string, Contest>>): void {
  window.measure = (name, { size, frames }) => {
    const contest = contests[name];
    if (!contest) throw new Error(`There is no contest "${name}".`);
    return contest({ size, frames, heapMb: () => window.heapMb() });
  };
}
