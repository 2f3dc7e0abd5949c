import { endpointAfter, endpointNamed, type EndpointName } from './contract.ts';
import type { ConnectionId } from './connection.ts';
import type { PollState, Stage } from './poll-state.ts';
import type { ReceivedAnswer } from './task.ts';

export type TaskPhase =
  | 'waiting'
  | 'pending'
  | 'processing'
  | 'completed'
  | 'error'
  | 'not-found'
  | 'needs-token'
  | 'paused'
  | 'stopped'
  | 'offline'
  | 'failed';

/** What the page may offer beside the state, as a button. */
export type Suggestion = 'other-kind' | 'other-connection' | 'new-token' | 'keep-waiting' | 'try-again' | null;

export interface PollWords {
  readonly phase: TaskPhase;
  /** Begins with the word of the phase, and changes only with the state: it is announced. */
  readonly sentence: string;
  readonly suggestion: Suggestion;
}

export const NOTHING_ASKED = 'Waiting: nothing asked yet.';

/** How a state reads. `endpoint` is the one that is asked. `timeOf` writes a time (ms since the epoch) as the person does. */
export function pollWords(
  state: PollState,
  endpoint: EndpointName,
  connection: ConnectionId,
  timeOf: (ms: number) => string,
): PollWords {
  const { stage } = state;
  switch (stage.kind) {
    case 'polling':
    case 'asking':
      return {
        ...seenWords(state, endpoint),
        suggestion: connection === 'direct' && state.lastFault === 'unreachable' ? 'other-connection' : null,
      };
    case 'completed':
      return completedWords(state, stage, endpoint);
    case 'error':
      return { phase: 'error', sentence: `Error: ${serviceError(state)}`, suggestion: 'try-again' };
    case 'not-found':
      return { phase: 'not-found', sentence: `Not found: ${notFound(state, endpoint)}`, suggestion: 'other-kind' };
    case 'needs-token':
      return needsTokenWords(stage.refused);
    case 'offline':
      return { phase: 'offline', sentence: 'Offline: nothing is asked until the network is back.', suggestion: null };
    case 'stopped':
      return { phase: 'stopped', sentence: 'Stopped: nothing is asked until you want it.', suggestion: 'keep-waiting' };
    case 'rejected':
      return {
        phase: 'failed',
        sentence: 'Failed: the request was refused, and asking the same again would not help.',
        suggestion: 'try-again',
      };
    case 'paused':
      return pausedWords(state, stage, connection, timeOf);
  }
}

/** What there is to decode: a completed answer, or what an Error sent along. */
export function usableAnswer({ answer }: PollState): ReceivedAnswer | null {
  if (!answer) return null;
  const { status, results } = answer.task;
  return status === 'Completed' || (status === 'Error' && results !== null && results.length > 0) ? answer : null;
}

function seenWords({ seen, answer }: PollState, endpoint: EndpointName): Pick<PollWords, 'phase' | 'sentence'> {
  switch (seen) {
    case 'Pending':
      return { phase: 'pending', sentence: 'Pending: the task waits in the queue of the service.' };
    case 'Processing':
      return { phase: 'processing', sentence: 'Processing: the service is working on it.' };
    case 'Unknown': {
      const word = clip(answer?.task.statusWord ?? '', 40);
      const said = word === '' ? 'the service gave no status' : `the service said “${word}”, which no document lists`;
      return { phase: 'processing', sentence: `Processing: ${said}, so it is asked again.` };
    }
    case 'Completed':
      return { phase: 'completed', sentence: 'Completed: no data was sent yet, so it is asked again.' };
    case 'NotExist':
      return {
        phase: 'waiting',
        sentence: `Waiting: ${endpoint} does not know this id yet, so it is asked once more.`,
      };
    case 'Error':
    case null:
      return { phase: 'waiting', sentence: `Waiting: ${endpoint} has not answered yet.` };
  }
}

function completedWords(
  { answer }: PollState,
  stage: Extract<Stage, { kind: 'completed' }>,
  endpoint: EndpointName,
): PollWords {
  const phase = 'completed';
  if (stage.copy) return { phase, sentence: 'Completed: deleted in the cloud, your copy is shown.', suggestion: null };
  if (stage.data) {
    const sentence = `Completed: the answer of ${endpoint} has arrived and is kept in this page.`;
    return { phase, sentence, suggestion: null };
  }
  const code = answer?.task.code ?? '';
  const said = code === '' ? '' : ` (${clip(code, 40)})`;
  return { phase, sentence: `Completed, no data sent${said}: Check now asks once more.`, suggestion: 'try-again' };
}

function serviceError({ answer }: PollState): string {
  const messages = answer?.task.messages ?? [];
  const said = clip(messages.map((message) => ended(message.trim())).join(' '), 300);
  return said === '' ? 'the service could not do this task and does not say why.' : `the service says: ${ended(said)}`;
}

function notFound({ seenRunning }: PollState, endpoint: EndpointName): string {
  if (seenRunning)
    return 'the service has forgotten this task. Results are deleted 24 hours after they were submitted.';
  const { kind } = endpointNamed(endpoint);
  const next = endpointAfter(endpoint);
  return next.kind === kind
    ? `${endpoint} knows no task with this id. It may be of another kind: try ${next.name}. Or it is older than 24 hours.`
    : `${endpoint} knows no task with this id. It may be a ${next.kind} task, or older than 24 hours.`;
}

function needsTokenWords(refused: boolean): PollWords {
  const why = !refused
    ? 'give an access token, and it goes on.'
    : 'the service refused the access token. Give a new one, and it goes on.';
  return { phase: 'needs-token', sentence: `Needs a token: ${why}`, suggestion: 'new-token' };
}

function pausedWords(
  state: PollState,
  stage: Extract<Stage, { kind: 'paused' }>,
  connection: ConnectionId,
  timeOf: (ms: number) => string,
): PollWords {
  const phase = 'paused';
  switch (stage.why) {
    case 'budget':
      return {
        phase,
        sentence: 'Paused: asked for 15 minutes without an end. Keep waiting asks on.',
        suggestion: 'keep-waiting',
      };
    case 'hold':
      return {
        phase,
        sentence: `Paused: the service asks to wait until ${timeOf(stage.until)}.`,
        suggestion: 'keep-waiting',
      };
    case 'faults': {
      const many =
        state.malformed >= 3 ? '3 answers could not be used' : `${state.transients} attempts in a row failed`;
      const sentence = `Paused: ${many}. Keep waiting tries again.`;
      const elsewhere = connection === 'direct' && state.lastFault === 'unreachable';
      return { phase, sentence, suggestion: elsewhere ? 'other-connection' : 'try-again' };
    }
  }
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function clip(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
