import type { Outcome } from './results.ts';
import type { Phase } from './task-script.ts';

/** The envelope of a GET as JSON text. Results and errors are sent by finished tasks only. */
export function envelope(id: string, phase: Phase, outcome: Outcome | null): string {
  return JSON.stringify({
    id,
    responseStatusCode: outcome?.code ?? phase.code,
    taskStatus: phase.status,
    results: outcome?.results ?? null,
    error: outcome?.error ?? null,
  });
}

export function json(text: string, status = 200): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}

export function html(title: string, status: number): Response {
  const page = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center><hr></body></html>\n`;
  return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

export function plain(text: string, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers } });
}

/** `ProblemDetails` of the OpenAPI file, which serves it as text/plain. */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { type: `https://httpstatuses.io/${String(status)}`, title, status, detail, instance: null };
  return plain(JSON.stringify(body), status, headers);
}
