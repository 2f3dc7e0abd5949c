/** Long work that gives way after each of its steps, for a page to go on meanwhile. */
export type Steps<T> = Generator<void, T>;

/** All of it at once: in a worker, or where there is little. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
