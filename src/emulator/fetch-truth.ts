import { parseTruth } from '../core/samples/truth.ts';
import type { LoadTruth, SampleTruth } from '../core/samples/truth.ts';

/** Loads truths over HTTP, each once. `base` is the folder of the samples, e.g. `new URL('samples/', document.baseURI)`. */
export function fetchTruth(base: URL, fetch: typeof globalThis.fetch): LoadTruth {
  const loaded = new Map<string, Promise<SampleTruth>>();
  const load: LoadTruth = async (name) => {
    const ask = async (file: string): Promise<Response> => {
      const response = await fetch(new URL(file, base), { credentials: 'omit' });
      if (!response.ok) throw new Error(`The sample "${name}" could not be loaded (HTTP ${String(response.status)}).`);
      return response;
    };
    const response = await ask(`${name}.json`);
    const truth = parseTruth(name, await response.json());
    return { ...truth, picture: async () => new Uint8Array(await (await ask(truth.image.file)).arrayBuffer()) };
  };
  return (name) => {
    const known = loaded.get(name);
    if (known) return known;
    const loading = load(name);
    loaded.set(name, loading);
    // A failure is not remembered: the next question tries again.
    loading.catch(() => loaded.delete(name));
    return loading;
  };
}
