/**
 * Keeps other web pages out of the proxy and the emulator. They listen on the person's own machine, where every page
 * that the person visits could call them: as another origin, or under a name of its own that resolves to 127.0.0.1.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Why a request must not pass, in words; null when it may. */
export function whyRefused({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const host = headers.host ?? '';
  if (!isOwnName(host)) return `This server answers to localhost and to addresses, not to "${host}".`;
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
    return `This server answers its own pages only, not those of ${origin}.`;
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return 'This server answers its own pages only.';
  return null;
}

/** An address cannot be rebound to another machine; of the names, `localhost` and what ends in it cannot either. */
function isOwnName(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const url = new URL(`http://${host}`);
  // What is more than a host and a port, such as a name with a user before it, is no Host header.
  if (url.host.toLowerCase() !== host.toLowerCase().replace(/:80$/, '')) return false;
  const name = url.hostname;
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}
