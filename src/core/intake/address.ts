import { type Endpoint, endpointNamed, endpointOfKind, endpointOfPath } from '../ocr/contract.ts';
import type { Problem } from '../problem.ts';
import { type Findings, type FoundTask, NOTHING_FOUND, together } from './intake.ts';
import { type PageLink, readLink } from './link.ts';
import { idProblem } from './task-id.ts';
import { readToken } from './token.ts';

/** A request's address, and this page's own link. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/|[\w.-]+(?::\d+)?\/)/i;
const ENDPOINT_PATH = /\/v\d[\d.]{0,6}\/[\w/]{1,80}\?[^\s"'`^<>\\]{1,4000}/gi;

export function isAddress(text: string): boolean {
  return text.length < 20_000 && !/\s/.test(text) && ADDRESS.test(text) && /[?#]/.test(text);
}

/**
 * Ids and token of an address: `?id=` in any case on a path of the service, `token=` anywhere, `#detect=...` of this page's
 * own links. Never says where a request goes: the person's choice of connection does.
 */
export function readAddress(address: string): Findings {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  const { link, token } = readLink(hash, query);
  let findings: Findings = {
    ...NOTHING_FOUND,
    tasks: [
      ...(link.detect === null ? [] : [taskAt(endpointOfKind('detection'), link.detect)]),
      ...(link.recognize === null ? [] : [taskAt(recognizerOf(link), link.recognize)]),
    ],
  };
  if (token !== null) {
    const reading = readToken(token);
    findings = together(
      findings,
      reading.ok ? { ...NOTHING_FOUND, token: reading.token } : withProblem(reading.problem),
    );
  }
  return together(findings, idOfQuery(path, query));
}

/** Addresses of the service among other words: code, logs, a raw HTTP request. */
export function addressesInText(text: string): Findings {
  return (text.match(ENDPOINT_PATH) ?? []).slice(0, 20).map(readAddress).reduce(together, NOTHING_FOUND);
}

function idOfQuery(path: string, query: string): Findings {
  const id = [...new URLSearchParams(query)].find(([name]) => name.toLowerCase() === 'id')?.[1].trim();
  if (!id) return NOTHING_FOUND;
  const problem = idProblem(id);
  if (problem) return withProblem(problem);
  const endpoint = endpointOfPath(path);
  if (endpoint) return { ...NOTHING_FOUND, tasks: [taskAt(endpoint, id)] };
  return { ...NOTHING_FOUND, tasks: [{ id, kind: null, endpoint: null }], problems: otherEndpoint(path) };
}

function taskAt({ name, kind }: Endpoint, id: string): FoundTask {
  return { id, kind, endpoint: name };
}

function recognizerOf({ as }: PageLink): Endpoint {
  return as === null ? endpointOfKind('recognition') : endpointNamed(as);
}

/** GetTaskStatus knows every task, so it says nothing about the kind; what other endpoints answer is not read here. */
function otherEndpoint(path: string): Problem[] {
  const name = /\/v\d[\d.]{0,6}\/(?:ocr\/)?([\w/]{1,80})$/i.exec(path.replace(/\/+$/, ''))?.[1];
  if (name === undefined || /GetTaskStatus$/i.test(name)) return [];
  const what = `belongs to ${name}, whose answers are not read here`;
  return [{ where: 'Task ID', what, todo: 'Only detection and recognition tasks are.', severity: 'warning' }];
}

function withProblem(problem: Problem): Findings {
  return { ...NOTHING_FOUND, problems: [problem] };
}
