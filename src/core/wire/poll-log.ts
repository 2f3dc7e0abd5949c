import type { AttemptRecord } from '../ocr/attempt.ts';
import { endpointNamed, type EndpointName } from '../ocr/contract.ts';

/** What was asked, as far as it may be written down: no token is in here, and none can get in. */
export interface PollLog {
  readonly endpoint: EndpointName;
  readonly id: string;
  /** Origin, or the address below which a server forwards; null: the service is played in the page. */
  readonly base: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Oldest first. */
  readonly attempts: readonly AttemptRecord[];
}

/** Asks the service once more. Written for a POSIX shell, whose variable TOKEN holds the token. */
export function curlCommand({ endpoint, id }: Pick<PollLog, 'endpoint' | 'id'>, service: string): string {
  const address = `${service.replace(/\/+$/, '')}${endpointNamed(endpoint).path}?id=${encodeURIComponent(id)}`;
  return `curl --get ${quoted(address)} --header "Authorization: Bearer $TOKEN" --header 'Accept: application/json'`;
}

/**
 * `{version, endpoint, taskId, base, startedAt, attempts: [{attempt, at, tookMs, status, answered}]}`; times as ISO 8601. What the
 * service said is in it, without anything that looks like a token.
 */
export function pollLogJson({ endpoint, id, base, startedAt, attempts }: PollLog): string {
  const log = {
    version: 1,
    endpoint,
    taskId: withoutSecrets(id),
    base: base === null ? 'built-in sample' : withoutCredentials(base),
    startedAt: timeOf(startedAt),
    attempts: attempts.map(({ attempt, at, tookMs, status, words }) => ({
      attempt,
      at: timeOf(at),
      tookMs: Math.round(tookMs),
      status,
      answered: withoutSecrets(words),
    })),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const TOKEN = /\beyJ[\w-]+(?:\.[\w-]*){1,4}/g;
const BEARER = /\b(Bearer\s+)[\w.~+/=-]+/gi;
const FIELD = /((?:access_token|client_secret|client_id|api_key|token|secret)["']?\s*[=:]\s*["']?)[^\s"'&,;]+/gi;

/** Services quote what they were sent. */
function withoutSecrets(words: string): string {
  return words.replace(BEARER, '$1$$TOKEN').replace(TOKEN, '$$TOKEN').replace(FIELD, '$1(left out)');
}

/** An address may hold a name and a password, or a query with a key. */
function withoutCredentials(address: string): string {
  const base = URL.parse(address);
  return base ? `${base.origin}${base.pathname}` : '(left out)';
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function timeOf(ms: number): string {
  const time = new Date(ms);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
