/** What the host offers, told to the page in `config.json`, and the environment that decides it. */
import { inspect } from 'node:util';
import { PUBLIC_SERVICE } from '../core/ocr/contract.ts';

export const DEFAULT_PORT = 4173;

/** Paths below the page: relative, so that any prefix in front of them works. */
export const PROXY_PATH = 'api';
export const EMULATOR_PATH = 'emulator';

/** Content of `config.json`. */
export interface HostConfig {
  readonly version: 1;
  /** Origin that "Directly" calls, and that `connect-src` lets the page call. */
  readonly service: string;
  readonly connections: {
    /** Absent where files alone are served. `base` is relative to the page; contract paths follow it. */
    readonly server?: { readonly base: string };
    readonly direct: boolean;
    readonly sample: boolean;
  };
}

/** For files on any web server. `direct` is the origin that the page may call, by default the public service. */
export function staticConfig(direct: string = PUBLIC_SERVICE): HostConfig {
  return { version: 1, service: new URL(direct).origin, connections: { direct: true, sample: true } };
}

/** For the local server, which has a proxy too. */
export function servedConfig(built: HostConfig): HostConfig {
  return { ...built, connections: { server: { base: PROXY_PATH }, ...built.connections } };
}

export function configFile(config: HostConfig): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}

export interface Environment {
  readonly port: number;
  /** Where the proxy goes. A path in front of the contract's paths is kept. */
  readonly upstream: URL;
  /** What "Directly" calls. */
  readonly direct: string;
}

/**
 * Reads PORT (4173), OCR_API_URL (the proxy's upstream) and OCR_DIRECT_URL (what the page may call itself).
 * @throws PlainError naming the variable that cannot be used
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const port = Number(env['PORT'] || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`PORT is "${String(env['PORT'])}", but a port is a number from 1 to 65535.`);
  const upstream = webAddress('OCR_API_URL', env['OCR_API_URL'] || PUBLIC_SERVICE);
  const direct = webAddress('OCR_DIRECT_URL', env['OCR_DIRECT_URL'] || PUBLIC_SERVICE);
  return { port, upstream, direct: direct.origin };
}

/** An error whose message is all there is to say: Vite prints the stack of what stops it. */
export class PlainError extends Error {
  constructor(message: string) {
    super(message);
    this.stack = message;
  }

  [inspect.custom](): string {
    return this.message;
  }
}

function webAddress(variable: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new PlainError(`${variable} is "${value}", but it has to be an address such as ${PUBLIC_SERVICE}.`);
  return url;
}
