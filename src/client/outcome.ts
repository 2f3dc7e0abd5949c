import type { AttemptOutcome } from '../core/ocr/attempt.ts';
import type { ConnectionId } from '../core/ocr/connection.ts';
import { readErrorBody } from '../core/ocr/error-body.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import { type AnswerReading, LARGE, readAnswer } from '../core/ocr/read-answer.ts';
import { retryAfterMs } from '../core/ocr/retry-after.ts';
import type { Problem } from '../core/problem.ts';
import type { Exchange, Reply } from './exchange.ts';
import * as words from './words.ts';

export interface Question {
  readonly askedId: string;
  readonly kind: TaskKind;
  /** The task, as its group on the page is named: the place of the problems. */
  readonly where: string;
  readonly connection: ConnectionId;
  readonly now: number;
  /** Reads a large body, off the main thread where that pays. Without it all bodies are read here and now. */
  readonly readLarge?: ReadLarge | undefined;
  readonly signal: AbortSignal;
  /** Takes what must not be shown out of text that the service sent: it may echo the token. */
  redact(text: string): string;
}

/** As `readAnswer`; `kind`: of the task that was asked for. Rejects when `signal` aborts, or when whatever reads it breaks. */
export type ReadLarge = (
  raw: Uint8Array<ArrayBuffer>,
  askedId: string | null,
  kind: TaskKind,
  signal: AbortSignal,
) => Promise<AnswerReading>;

/** What an exchange means (the six rules of the reliability notes). The body decides what an answer is, never its Content-Type. */
export async function outcomeOf(exchange: Exchange, question: Question): Promise<AttemptOutcome> {
  const { where, connection } = question;
  switch (exchange.kind) {
    case 'unreachable':
      return {
        kind: 'transient',
        fault: 'unreachable',
        status: null,
        problem: words.unreachable(where, connection),
        raw: null,
      };
    case 'timeout':
      return {
        kind: 'transient',
        fault: 'timeout',
        status: exchange.status,
        problem: words.timedOut(where, exchange.waiting),
        raw: some(exchange.body),
      };
    case 'cut':
      return {
        kind: 'transient',
        fault: 'cut-body',
        status: exchange.status,
        problem: words.cutOff(where, exchange.body.length),
        raw: some(exchange.body),
      };
    case 'too-large':
      return { kind: 'rejected', status: exchange.status, problem: words.tooLarge(where), raw: null };
    case 'reply':
      return exchange.reply.status >= 200 && exchange.reply.status < 300
        ? answered(exchange.reply, question)
        : refused(exchange.reply, question);
  }
}

async function answered({ status, body }: Reply, question: Question): Promise<AttemptOutcome> {
  const reading = await readBody(body, question.askedId, question);
  if (reading.ok) return { kind: 'answer', received: { raw: body, task: reading.task, receivedAt: question.now } };
  const problem = placed(reading.problem, question);
  if (reading.fault === 'too-deep') return { kind: 'rejected', status, problem, raw: body };
  return { kind: 'transient', fault: reading.fault, status, problem, raw: some(body) };
}

/** Slowly, when there is no other way: an answer is read and kept whatever breaks. Rejects only when `signal` aborts. */
export async function readBody(
  body: Uint8Array<ArrayBuffer>,
  askedId: string,
  { kind, readLarge, signal }: Pick<Question, 'kind' | 'readLarge' | 'signal'>,
): Promise<AnswerReading> {
  if (!readLarge || body.length < LARGE) return readAnswer(body, askedId);
  try {
    return await readLarge(body, askedId, kind, signal);
  } catch {
    signal.throwIfAborted();
    return readAnswer(body, askedId);
  }
}

function refused({ status, headers, body }: Reply, question: Question): AttemptOutcome {
  const { where, now } = question;
  const raw = some(body);
  const { said: sent, fromProxy } = readErrorBody(raw);
  const said = sent === null ? null : question.redact(sent);
  if (status === 401 || status === 403)
    return { kind: 'unauthorized', status, problem: words.unauthorized(where, status, said), raw };
  if (status === 429 || (status === 503 && !fromProxy)) {
    const wait = waitOf(headers, now);
    return {
      kind: 'rate-limited',
      status,
      retryAfterMs: wait,
      problem: words.askedToWait(where, status, wait, said),
      raw,
    };
  }
  if (fromProxy && status >= 500)
    return { kind: 'transient', fault: 'proxy', status, problem: words.proxyFailed(where, said), raw };
  if (status >= 400 && status < 500)
    return { kind: 'rejected', status, problem: words.rejected(where, status, said), raw };
  if (status >= 500)
    return { kind: 'transient', fault: 'server-error', status, problem: words.serverError(where, status, said), raw };
  return { kind: 'transient', fault: 'redirect', status, problem: words.redirected(where, status), raw };
}

export function waitOf(headers: Headers, now: number): number | null {
  return retryAfterMs(headers.get('retry-after'), headers.get('date'), now);
}

/** A problem of an answer, with the task that it is the answer of. */
function placed({ where, what, todo, severity }: Problem, question: Question): Problem {
  const said = question.redact(where === 'answer' ? `the answer ${what}` : what);
  return { where: question.where, what: said, ...(todo === undefined ? {} : { todo }), severity };
}

function some(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  return body.length === 0 ? null : body;
}
