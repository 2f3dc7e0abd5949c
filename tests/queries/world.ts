import { createOcrClient } from '../../src/client/ocr-client.ts';
import { createTokenHolder } from '../../src/client/token.ts';
import type { ConnectionId } from '../../src/core/ocr/connection.ts';
import type { Services } from '../../src/queries/services.ts';
import { createMemoryStore, type ResultStore } from '../../src/storage/result-store.ts';

export interface Question {
  readonly url: URL;
  readonly token: string | null;
  /** ms since the world began. */
  readonly at: number;
  /** How often this id was asked, from 1. */
  readonly n: number;
}

export interface World {
  readonly services: Services;
  readonly asked: Question[];
  /** When the id was asked, in ms since the beginning. */
  readonly askedAt: (id: string) => number[];
  online: boolean;
  hidden: boolean;
  /** After `online` or `hidden` was changed. */
  readonly changed: () => void;
}

export interface WorldOptions {
  readonly answer: (question: Question) => Response | Promise<Response>;
  readonly token?: string | null;
  readonly store?: ResultStore;
  readonly decode?: Services['decode'];
}

/** A service, a page and a person, with the clock that the test has faked: what the composition root would build. */
export function createWorld({
  answer,
  token = 'person-token',
  store = createMemoryStore(),
  decode,
}: WorldOptions): World {
  const start = Date.now();
  const person = createTokenHolder();
  if (token !== null) person.set(token);
  const own = createTokenHolder();
  own.set('sample-token');
  const listeners = new Set<() => void>();
  const asked: Question[] = [];
  // Numbers for timers, which Node has as objects.
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const clock = {
    now: () => Date.now(),
    setTimeout: (run: () => void, ms: number) => {
      const timer = timers.size + 1;
      timers.set(timer, setTimeout(run, ms));
      return timer;
    },
    clearTimeout: (timer: number) => clearTimeout(timers.get(timer)),
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const id = url.searchParams.get('id');
    const n = asked.filter((question) => question.url.searchParams.get('id') === id).length + 1;
    const bearer = new Headers(init?.headers).get('authorization');
    const question = { url, token: bearer?.replace('Bearer ', '') ?? null, at: Date.now() - start, n };
    asked.push(question);
    init?.signal?.throwIfAborted();
    return answer(question);
  };

  const connect = (connection: ConnectionId) => ({
    client: createOcrClient({
      connection,
      fetch,
      baseUrl: `https://${connection}.example`,
      token: connection === 'sample' ? own : person,
      clock,
    }),
    token: connection === 'sample' ? own : person,
    needsToken: connection !== 'sample',
    needsNetwork: connection !== 'sample',
  });
  const connections = { server: connect('server'), direct: connect('direct'), sample: connect('sample') };

  const world: World = {
    services: {
      clientFor: (connection) => connections[connection],
      token: person,
      now: () => Date.now(),
      random: () => 0.5,
      environment: {
        online: () => world.online,
        hidden: () => world.hidden,
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      store,
      decode: decode ?? (() => Promise.reject(new Error('nothing decodes here'))),
    },
    asked,
    askedAt: (id) => asked.filter(({ url }) => url.searchParams.get('id') === id).map(({ at }) => at),
    online: true,
    hidden: false,
    changed: () => {
      for (const listener of listeners) listener();
    },
  };
  return world;
}

export function answerOf(taskStatus: string, rest: object = {}): Response {
  return Response.json({ id: null, responseStatusCode: 'Ok', taskStatus, results: null, error: null, ...rest });
}

export const DETECTED = { results: [{ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' }] };
