import { once } from '../once.ts';
import type { Problem } from '../problem.ts';
import { encodeBase64, readBase64 } from './base64.ts';
import { type JsonReading, readJson } from './json.ts';
import { type FileKind, sniffBytes, sniffMarkup } from './sniff.ts';
import { readUtf8, type TextReading } from './utf8.ts';

/**
 * The content of one entry on its way from bytes to meaning. Each step is done when it is first asked for, and once:
 * formats look at it one after another, and some never need the text.
 */
export interface Payload {
  /** `results[0].data` */
  readonly where: string;
  /** The entry's own word for it ("Other", "Text"); a free string, so a hint only. */
  readonly type: string | null;
  /** As they were sent: what is saved as a file. */
  readonly received: Uint8Array<ArrayBuffer>;
  /** Without a UTF-8 byte order mark. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was noticed while it was unwrapped. */
  readonly problems: readonly Problem[];
  /** A file that is neither text nor a list of rectangles; null for what looks like text. */
  readonly file: () => FileKind | null;
  readonly text: () => TextReading;
  readonly json: () => JsonReading;
}

export interface PayloadReading {
  /** null: it is not Base64. */
  readonly payload: Payload | null;
  readonly problems: readonly Problem[];
}

/** Unwraps the Base64 of an entry. Never throws. */
export function openPayload(data: string, type: string | null, where: string): PayloadReading {
  // No Base64 has a bracket, so this came as it is: `parseTask` hands on JSON data in this form.
  if (/^\s*[[{]/.test(data.slice(0, 100))) {
    const plain: Problem = { where, what: 'came as JSON and not in Base64', severity: 'note' };
    return { payload: payloadOfBytes(new TextEncoder().encode(data), type, where, [plain]), problems: [plain] };
  }
  const { bytes, problems } = readBase64(data, where);
  return { payload: bytes && payloadOfBytes(bytes, type, where, problems), problems };
}

export function payloadOfBytes(
  received: Uint8Array<ArrayBuffer>,
  type: string | null,
  where: string,
  problems: readonly Problem[] = [],
): Payload {
  const marked = received[0] === 0xef && received[1] === 0xbb && received[2] === 0xbf;
  const bytes = marked ? received.subarray(3) : received;
  const text = once(() => readUtf8(bytes, where));
  return {
    where,
    type,
    received,
    bytes,
    problems: marked
      ? [
          ...problems,
          { where, what: 'begins with a byte order mark, which was left out', at: { mark: true }, severity: 'note' },
        ]
      : problems,
    file: once(() => sniffBytes(bytes) ?? sniffMarkup(new TextDecoder().decode(bytes.subarray(0, 200)))),
    text,
    json: once(() => readJson(text().text, where)),
  };
}

/** Its own word for what it is, in any case of letters, is one of these. */
export function isTyped({ type }: Payload, ...types: readonly string[]): boolean {
  return type !== null && types.includes(type.trim().toLowerCase());
}

/** `data` for a text or a list, as the service would send it. */
export function encodePayload(text: string): string {
  return encodeBase64(new TextEncoder().encode(text));
}

/** Shorter texts read like Base64 by chance: "ICON" is four letters of it. */
const SHORTEST_TWICE_ENCODED = 16;
// A search for what does not belong, not a match of all that does: that runs out of stack on some megabytes.
const NOT_BASE64 = /[^A-Za-z0-9+/_=-]/;

/**
 * What is inside when the content of a payload is itself Base64 of readable text; null when it is not. A recognised text may
 * truly be a Base64 string, so the caller decides what to make of it.
 */
export function innerPayload(payload: Payload): Payload | null {
  if (payload.bytes.length < SHORTEST_TWICE_ENCODED) return null;
  const text = payload.text().text.trim();
  if (text.length % 4 !== 0 || NOT_BASE64.test(text)) return null;
  const inner = openPayload(text, payload.type, payload.where).payload;
  return inner && inner.bytes.length > 0 && isReadable(inner) ? inner : null;
}

/** UTF-8 without control characters other than white space. */
export function isReadable(payload: Payload): boolean {
  const { text, problems } = payload.text();
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return problems.length === 0 && !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text);
}
