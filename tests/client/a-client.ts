import { createOcrClient, type OcrClient } from '../../src/client/ocr-client.ts';
import type { ReadLarge } from '../../src/client/outcome.ts';
import { createTokenHolder } from '../../src/client/token.ts';
import type { AttemptOutcome } from '../../src/core/ocr/attempt.ts';
import type { ConnectionId } from '../../src/core/ocr/connection.ts';
import { fakeClock } from './fake-clock.ts';

export const ID = 'a371d027-4b0d-4d86-8825-c8d818dd4ed9';
export const CANARY = 'canary-3f1a.token.value';
/** A whole answer, as the service sends it. */
export const WHOLE = JSON.stringify({
  id: ID,
  responseStatusCode: 'Ok',
  taskStatus: 'Pending',
  results: null,
  error: null,
});

type Fetch = (url: string, init: RequestInit) => Promise<Response> | Response;

/** A client of a service that answers so, with everything that it was asked. */
export function given(fetch: Fetch, connection: ConnectionId = 'direct', readLarge?: ReadLarge) {
  const clock = fakeClock();
  const token = createTokenHolder();
  token.set(CANARY);
  const asked: { url: string; init: RequestInit }[] = [];
  const client = createOcrClient({
    connection,
    baseUrl: 'https://api.example/',
    token,
    clock,
    ...(readLarge && { readLarge }),
    fetch: async (url, init = {}) => {
      asked.push({ url: String(url instanceof Request ? url.url : url), init });
      return fetch(asked.at(-1)?.url ?? '', init);
    },
  });
  return { client, clock, token, asked };
}

export async function ask(client: OcrClient, signal = new AbortController().signal): Promise<AttemptOutcome> {
  return client.getTask('DetectRegions', ID, { signal });
}

export function problemOf(outcome: AttemptOutcome): string {
  return 'problem' in outcome ? outcome.problem.what : '';
}
