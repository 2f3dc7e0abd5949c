import * as v from 'valibot';
import type { ConnectionId } from '../core/ocr/connection.ts';
import { PUBLIC_SERVICE } from '../core/ocr/contract.ts';

/** What the host of this page offers, from `config.json` beside it. The same values build the host's `connect-src`. */
export interface HostConfig {
  /** Origin of the service for direct calls. */
  readonly service: string;
  /** Address below which this host forwards the OCR paths, or null where it is a plain static host. */
  readonly proxy: URL | null;
  readonly connections: readonly ConnectionId[];
}

const Schema = v.object({
  service: v.optional(v.pipe(v.string(), v.url()), PUBLIC_SERVICE),
  connections: v.object({
    server: v.optional(v.nullable(v.object({ base: v.string() }))),
    direct: v.optional(v.boolean(), true),
    sample: v.optional(v.boolean(), true),
  }),
});

/** A host without a readable config.json offers what needs no host: the sample, and direct calls to the public service. */
export async function readHostConfig(fetch: typeof globalThis.fetch, base: string): Promise<HostConfig> {
  try {
    // As the preload in index.html asks for it, so that it is asked for once.
    const answer = await fetch(new URL('config.json', base), { cache: 'no-cache' });
    return parseHostConfig(answer.ok ? await answer.json() : null, base);
  } catch {
    return parseHostConfig(null, base);
  }
}

export function parseHostConfig(value: unknown, base: string): HostConfig {
  const parsed = v.safeParse(Schema, value);
  if (!parsed.success) return { service: PUBLIC_SERVICE, proxy: null, connections: ['direct', 'sample'] };
  const { service, connections } = parsed.output;
  const proxy = connections.server ? sameOrigin(connections.server.base, base) : null;
  const offered: ConnectionId[] = [];
  if (proxy) offered.push('server');
  if (connections.direct) offered.push('direct');
  if (connections.sample) offered.push('sample');
  return { service: new URL(service).origin, proxy, connections: offered };
}

/** The proxy is this host's own: an address elsewhere would carry the token away. */
function sameOrigin(path: string, base: string): URL | null {
  const url = new URL(path.endsWith('/') ? path : `${path}/`, base);
  return url.origin === new URL(base).origin ? url : null;
}
