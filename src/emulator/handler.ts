/**
 * Aspose.OCR Cloud in small: its endpoints as the contract says they answer, for the built-in samples, for
 * development and for tests. A web-standard handler: the page calls it instead of the network (`in-page.ts`), the
 * local server mounts it over HTTP (`src/server/emulator-mount.ts`).
 *
 * Ids to ask for: the samples (`src/core/samples/catalog.json`), every state of a task (`SCENARIOS`), every fault (`FAULTS`).
 * Tokens that are turned away: `refusals.ts`; any other is good. A POST is accepted, and its task ages like a real one.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { ENDPOINTS, endpointOfPath } from '../core/ocr/contract.ts';
import type { Endpoint } from '../core/ocr/contract.ts';
import type { LoadTruth } from '../core/samples/truth.ts';
import { envelope, json, plain, problem } from './answer.ts';
import { ConnectionReset } from './broken-bodies.ts';
import { builtInTask } from './built-in.ts';
import { refusal } from './refusals.ts';
import { readSubmission } from './submission.ts';
import { NO_SUCH_TASK, USUAL, finishedAfter, phaseAt } from './task-script.ts';
import { TaskStore } from './task-store.ts';
import type { Task } from './task-store.ts';
import { waitByTimer } from './wait.ts';
import type { Wait } from './wait.ts';

export interface EmulatorOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A new GUID. */
  readonly newId: () => string;
  readonly loadTruth: LoadTruth;
  /** How slow answers wait; by the platform's timers unless given. */
  readonly wait?: Wait;
}

/** Rejects only where a connection breaks (`ConnectionReset`) or the request is aborted, as `fetch` does. */
export type Emulator = (request: Request) => Promise<Response>;

export function createEmulator({ now, newId, loadTruth, wait = waitByTimer }: EmulatorOptions): Emulator {
  const tasks = new TaskStore(now, (endpoint, id) => builtInTask(endpoint, id, loadTruth));
  const app = new Hono({ getPath });
  app.onError((error, context) => {
    // A broken connection has to reach the mount; whoever has given up hears nothing anyway.
    if (error instanceof ConnectionReset || context.req.raw.signal.aborted) throw error;
    return problem(500, 'Internal Server Error', error.message);
  });
  app.notFound(() => new Response(null, { status: 404 }));

  for (const endpoint of ENDPOINTS) {
    const { path } = endpoint;
    app.use(path, async (context, next) => refusal(context.req.raw, now(), newId) ?? (await next()));
    app.get(path, (context) => fetchTask(context, endpoint));
    app.post(path, (context) => submit(context, endpoint));
    app.delete(path, (context) => cancel(context, endpoint));
    app.all(path, () => new Response(null, { status: 405, headers: { Allow: 'GET, POST, DELETE' } }));
  }
  return async (request) => app.fetch(request);

  async function fetchTask(context: Context, endpoint: Endpoint): Promise<Response> {
    const id = context.req.query('id')?.trim();
    if (!id) return idNeeded();
    const task = tasks.ask(endpoint, id);
    if (!task) return json(isGuid(id) ? envelope(id, phaseAt(NO_SUCH_TASK, 0), null) : invalidIdentifier(id));
    if (!task.fault || task.asked > task.fault.times) return json(await answerOf(task, id));
    const whole = (): Promise<string> => answerAt(task, id, finishedAfter(task.script));
    return task.fault.answer({ id, now: now(), signal: context.req.raw.signal, wait, whole });
  }

  async function submit(context: Context, endpoint: Endpoint): Promise<Response> {
    const submission = readSubmission(endpoint.kind, await context.req.text());
    if (!submission.accepted) return problem(400, 'Bad Request', submission.why);
    const id = newId();
    tasks.submit(endpoint, id, { script: USUAL, outcome: () => Promise.resolve(submission.outcome) });
    // A bare id, no quotes and no JSON.
    return plain(id);
  }

  function cancel(context: Context, endpoint: Endpoint): Response {
    const id = context.req.query('id')?.trim();
    if (!id) return idNeeded();
    tasks.cancel(endpoint, id);
    return new Response(null);
  }

  function answerOf(task: Task, id: string): Promise<string> {
    return answerAt(task, id, now() - task.submittedAt);
  }
}

async function answerAt(task: Task, id: string, age: number): Promise<string> {
  const phase = phaseAt(task.cancelled ? NO_SUCH_TASK : task.script, age);
  const running = phase.status !== 'Completed' && phase.status !== 'Error' && phase.status !== 'NotExist';
  return envelope(id, phase, running || task.cancelled ? null : await task.outcome(task.asked));
}

/** Any prefix and any case, as the service routes. */
function getPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return endpointOfPath(pathname)?.path ?? pathname;
}

/** Without an id the service answers an HTTP error. */
function idNeeded(): Response {
  return problem(400, 'One or more validation errors occurred.', 'The id field is required.');
}

/** With one that is no GUID it answers 200 and says so in `error` (the vendor's integration tests, 22.12). */
function invalidIdentifier(id: string): string {
  const outcome = { results: null, error: { messages: ['Invalid identifier'], warnings: [] } };
  return envelope(id, { status: 'Error', code: 'Error', until: Infinity }, outcome);
}

function isGuid(id: string): boolean {
  return /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(id);
}
