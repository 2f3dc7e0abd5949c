import type { Problem } from '../problem.ts';

/** More than a person reads; of the others only their number is kept. */
const TOLD = 20;

/** What is wrong at places of one result, of which there may be a million. */
export class PlaceProblems {
  private readonly told: Problem[] = [];
  private count = 0;

  add(problem: () => Problem): void {
    this.count += 1;
    if (this.told.length < TOLD) this.told.push(problem());
  }

  /** Those that are told, and how many more there are. */
  list(where: string): readonly Problem[] {
    const more = this.count - this.told.length;
    if (more === 0) return this.told;
    const what =
      more === 1 ? 'has one more place with a problem' : `has ${more.toLocaleString('en')} more places with problems`;
    return [...this.told, { where, what, severity: 'warning' }];
  }
}
