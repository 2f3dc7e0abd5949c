import { endpointCalled, endpointOfKind, type EndpointName } from '../ocr/contract.ts';
import { LONGEST_ID } from './task-id.ts';

/** What the page's address says: which tasks are open and which region is chosen. Never a token, a server or a command. */
export interface PageLink {
  readonly detect: string | null;
  readonly recognize: string | null;
  /** Which endpoint knows `recognize`; null is the usual one, which a link does not name. */
  readonly as: EndpointName | null;
  /** Number of a region, from 1. */
  readonly region: number | null;
}

export interface LinkReading {
  readonly link: PageLink;
  /** Of `token=` or `access_token=` in query or hash: to be wiped from the address and offered, never used unasked. */
  readonly token: string | null;
}

export const EMPTY_LINK: PageLink = { detect: null, recognize: null, as: null, region: null };

const TOKEN_NAMES = new Set(['token', 'access_token', 'accesstoken', 'bearer']);
const LARGEST_REGION = 1_000_000;

/**
 * Reads an address, with or without the leading `#` and `?`. A link may come from anybody: an id that is too long or has
 * control characters in it is as if it were not there, and every other name is passed over. Never throws.
 */
export function readLink(hash: string, query = ''): LinkReading {
  const inHash = parameters(hash.replace(/^#/, ''));
  const inQuery = parameters(query.replace(/^\?/, ''));
  const token = [...inHash, ...inQuery].find(([name]) => TOKEN_NAMES.has(name))?.[1];
  const first = (wanted: string) => inHash.find(([name]) => name === wanted)?.[1] ?? '';
  return {
    link: {
      detect: idOf(first('detect')),
      recognize: idOf(first('recognize')),
      as: recognizerOf(first('as')),
      region: regionOf(first('region')),
    },
    token: token === undefined || token === '' ? null : token,
  };
}

/** `#detect=ID&recognize=ID&as=RecognizeImage&region=N`, or the empty text when there is nothing to say. */
export function writeLink({ detect, recognize, as, region }: PageLink): string {
  const parts = [
    ...(detect === null ? [] : [`detect=${encodeURIComponent(wellFormed(detect))}`]),
    ...(recognize === null ? [] : [`recognize=${encodeURIComponent(wellFormed(recognize))}`]),
    ...(as === null || recognizerOf(as) === null ? [] : [`as=${as}`]),
    ...(region === null ? [] : [`region=${region}`]),
  ];
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** Names in lower case. A plus is a plus: these are not form fields, and tokens have them. */
function parameters(text: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(text.replaceAll('+', '%2B'))].map(([name, value]) => [name.toLowerCase(), value]);
}

function idOf(value: string): string | null {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value)) return null;
  const id = value.trim();
  return id === '' || id.length > LONGEST_ID ? null : id;
}

/** By its own name only: whatever else stands there names nobody. */
function recognizerOf(value: string): EndpointName | null {
  const found = endpointCalled(value);
  const usual = endpointOfKind('recognition');
  return found?.kind === usual.kind && found.name !== usual.name ? found.name : null;
}

function regionOf(value: string): number | null {
  const region = /^\d{1,7}$/.test(value) ? Number(value) : 0;
  return region >= 1 && region <= LARGEST_REGION ? region : null;
}

/** encodeURIComponent throws at half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
