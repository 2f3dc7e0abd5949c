import { randomUUID } from 'node:crypto';

const UPSTREAM = `http://127.0.0.1:${Number(process.env.E2E_PORT ?? 4299) + 1}`;

export interface UpstreamAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly delayMs?: number;
  /** The connection breaks instead. */
  readonly reset?: boolean;
}

export interface SeenRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Tells the stub behind the proxy what a task answers, one after another, the last one for ever. Returns its id. */
export async function script(answers: readonly UpstreamAnswer[], id: string = randomUUID()): Promise<string> {
  await fetch(`${UPSTREAM}/script`, { method: 'POST', body: JSON.stringify({ id, answers }) });
  return id;
}

/** What the stub was asked for a task so far. */
export async function seen(id: string): Promise<SeenRequest[]> {
  const answer = await fetch(`${UPSTREAM}/seen?id=${id}`);
  const requests: SeenRequest[] = await answer.json();
  return requests;
}

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

export function queued(taskStatus: 'Pending' | 'Processing' = 'Pending'): UpstreamAnswer {
  return { body: { id: null, responseStatusCode: 'NoAnyResultData', taskStatus, results: null, error: null } };
}

export function rectangles(boxes: readonly (readonly unknown[])[]): UpstreamAnswer {
  return completed([{ type: 'Other', data: base64(JSON.stringify(boxes)) }]);
}

export function texts(lines: readonly string[]): UpstreamAnswer {
  return completed(lines.map((line) => ({ type: 'Text', data: base64(line) })));
}

export function completed(results: unknown): UpstreamAnswer {
  return { body: { id: null, responseStatusCode: 'Ok', taskStatus: 'Completed', results, error: null } };
}
