import type { EmulatorOptions } from '../../src/emulator/handler.ts';
import { A_TRUTH } from './a-truth.ts';

/** One way to reach the emulator. */
export interface Mount {
  readonly ask: typeof fetch;
  /** Address in front of the contract's paths. */
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** The envelope of an answer, as the contract has it. */
interface TaskJson {
  readonly id: string | null;
  readonly taskStatus: string;
  readonly responseStatusCode: string;
  readonly results: readonly { readonly type: string; readonly data: string }[] | null;
  readonly error: unknown;
}

export const TOKEN = { Authorization: 'Bearer anything' };
export const START = Date.UTC(2026, 0, 1, 12);

/** A mount whose clock is set by the test, and whose waits are noted and not waited for, except those without an end. */
export async function started(
  mount: (options: EmulatorOptions) => Promise<Mount>,
  loadTruth: EmulatorOptions['loadTruth'] = () => Promise.resolve(A_TRUTH),
) {
  let age = 0;
  const waits: number[] = [];
  const mounted = await mount({
    now: () => START + age,
    newId: () => crypto.randomUUID(),
    loadTruth,
    wait: (ms, signal) => {
      waits.push(ms);
      return ms === Infinity ? aborted(signal) : Promise.resolve();
    },
  });
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    mounted.ask(`${mounted.base}${path}`, { redirect: 'error', ...init });
  const get = (endpoint: string, id: string, signal?: AbortSignal): Promise<Response> =>
    ask(`/v5.0/ocr/${endpoint}?id=${encodeURIComponent(id)}`, { headers: TOKEN, ...(signal && { signal }) });
  return {
    ask,
    get,
    task: async (endpoint: string, id: string): Promise<TaskJson> => (await get(endpoint, id)).json(),
    setAge: (ms: number) => void (age = ms),
    waited: () => waits,
    [Symbol.asyncDispose]: mounted.close,
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')), { once: true });
  });
}
