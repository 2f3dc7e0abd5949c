import { barePage, ourAnswer, bareAnswer } from './first-box.ts';
import { nodesPage, ourPage } from './panning.ts';

/** What `bench/run.mjs` asks this page for, by name; each on a page of its own, so that none warms up another. */
const CONTESTS: Readonly<Record<string, (regions: number) => Promise<Readonly<Record<string, number>>>>> = {
  ourPage,
  nodesPage,
  barePage,
  ourAnswer,
  bareAnswer,
};

declare global {
  interface Window {
    measure: (contest: string, regions: number) => Promise<Readonly<Record<string, number>>>;
  }
}

window.measure = (contest, regions) => {
  const run = CONTESTS[contest];
  if (!run) throw new Error(`There is no contest "${contest}".`);
  return run(regions);
};
