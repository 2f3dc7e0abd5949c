import type { ConnectionId } from '../core/ocr/connection.ts';
import { bareTaskId, type EndpointName } from '../core/ocr/contract.ts';

/** A task whose answer is kept. Connections are kept apart: an answer of the sample is none of the service. */
export interface ResultKey {
  readonly connection: ConnectionId;
  readonly endpoint: EndpointName;
  readonly id: string;
}

/** A completed answer exactly as it was received. */
export interface StoredResult {
  readonly raw: Uint8Array<ArrayBuffer>;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

/**
 * Keeps completed answers, because the service deletes them after 24 hours. Raw bytes go in before anything is decoded,
 * and nothing that comes later changes them. Never a token.
 */
export interface ResultStore {
  /** `present`: there was a copy already, and it stays as it was. */
  keep(key: ResultKey, result: StoredResult): Promise<'kept' | 'present'>;
  /** A copy of the copy: whoever transfers its buffer elsewhere takes nothing away. */
  find(key: ResultKey): Promise<StoredResult | null>;
  /** Only when the person wants it gone. */
  remove(key: ResultKey): Promise<void>;
}

/** Lasts as long as the page. */
export function createMemoryStore(): ResultStore {
  const kept = new Map<string, StoredResult>();
  return {
    keep: (key, result) => {
      const name = nameOf(key);
      if (kept.has(name)) return Promise.resolve('present');
      kept.set(name, { ...result, raw: result.raw.slice() });
      return Promise.resolve('kept');
    },
    find: (key) => {
      const found = kept.get(nameOf(key));
      return Promise.resolve(found ? { ...found, raw: found.raw.slice() } : null);
    },
    remove: (key) => {
      kept.delete(nameOf(key));
      return Promise.resolve();
    },
  };
}

function nameOf({ connection, endpoint, id }: ResultKey): string {
  return [connection, endpoint, bareTaskId(id)].join(' ');
}
