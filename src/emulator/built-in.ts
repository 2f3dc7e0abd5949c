/** Which task an id stands for without ever having been submitted: a sample, a scenario or a fault. */
import { type Endpoint, endpointOfKind } from '../core/ocr/contract.ts';
import { SAMPLES, sampleOfTask } from '../core/samples/catalog.ts';
import type { LoadTruth } from '../core/samples/truth.ts';
import { FAULTS } from './faults.ts';
import type { Fault } from './faults.ts';
import { completed, sampleOutcome } from './results.ts';
import type { Outcome } from './results.ts';
import { SCENARIOS } from './scenarios.ts';
import { AT_ONCE, NO_SUCH_TASK, USUAL } from './task-script.ts';
import type { TaskScript } from './task-script.ts';

/** What a task is: how it ages, what it sends when it is finished, and what goes wrong on the way. */
export interface TaskPlan {
  readonly script: TaskScript;
  /** `asked` counts the questions for the task, from 1. */
  readonly outcome: (asked: number) => Promise<Outcome>;
  readonly fault?: Fault;
}

/** Its id is no GUID, and yet no malformed one: another endpoint knows it. */
const UNKNOWN_HERE: TaskPlan = { script: NO_SUCH_TASK, outcome: () => Promise.resolve(completed(null)) };

const FIRST_SAMPLE = SAMPLES[0]?.name ?? 'book';

export function builtInTask(
  { name: endpoint, kind }: Endpoint,
  bareId: string,
  loadTruth: LoadTruth,
): TaskPlan | undefined {
  const sample = endpoint === endpointOfKind(kind).name && sampleOfTask(kind, bareId);
  if (sample) return { script: USUAL, outcome: async () => sampleOutcome(kind, await loadTruth(sample.name)) };

  const name = bareId.split('.')[0] ?? '';
  const scenario = SCENARIOS.find(({ id }) => id === name);
  if (scenario) {
    if ((scenario.endpoint ?? endpoint) !== endpoint) return UNKNOWN_HERE;
    const { script, outcome } = scenario;
    return { script, outcome: async (asked) => outcome(kind, await loadTruth(FIRST_SAMPLE), asked) };
  }

  const fault = faultNamed(name);
  return fault && { fault, script: AT_ONCE, outcome: async () => sampleOutcome(kind, await loadTruth(FIRST_SAMPLE)) };
}

function faultNamed(name: string): Fault | undefined {
  const found = FAULTS.find(({ id }) => id === name.replace(/-always$/, ''));
  return found && name.endsWith('-always') ? { ...found, times: Infinity } : found;
}
