import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTruth } from '../core/samples/truth.ts';
import type { LoadTruth } from '../core/samples/truth.ts';

/** Truths from the folder that holds the samples. `name` is one of the catalog, never a part of a request. */
export function truthFromFiles(folder: string): LoadTruth {
  return async (name) => {
    const truth = parseTruth(name, JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')));
    return { ...truth, picture: async () => new Uint8Array(await readFile(join(folder, truth.image.file))) };
  };
}
