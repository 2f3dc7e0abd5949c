import { readBase64 } from '../decode/base64.ts';
import { isReadable, openPayload, payloadOfBytes } from '../decode/payload.ts';
import type { FileKind } from '../decode/sniff.ts';
import { answerFound, looksLikeAnswer, wrappedAnswer } from './answers.ts';
import { type Findings, type KnownIds, NOTHING_FOUND } from './intake.ts';
import { findInValue } from './values.ts';

const WHERE = 'Pasted Base64';
const DATA_URL = /^data:([^,]{0,200}),/i;
// A search for what does not belong: short words are Base64 too, so what they decode to has the last word.
const NOT_BASE64 = /[^A-Za-z0-9+/_=\s-]/;
const SHORTEST = 8;
/** Padding ends a Base64 text, so what goes on behind it is another one: the data of several entries. */
const PADDING_WITHIN = /=\s+[^\s]/;
/** A page has some thousand words; each entry is unwrapped to see whether it is one. */
const MOST_ENTRIES = 50_000;

/** `data:` of an image, of text or of JSON, percent-encoded or in Base64. */
export function readDataUrl(text: string, known: KnownIds): Findings | null {
  const prefix = DATA_URL.exec(text.slice(0, 300));
  if (!prefix) return null;
  const content = text.slice(prefix[0].length);
  const { bytes, problems } = /;\s*base64/i.test(prefix[1] ?? '')
    ? readBase64(content, 'Pasted data: address')
    : { bytes: percentDecoded(content), problems: [] };
  if (!bytes) return { ...NOTHING_FOUND, problems };
  return findInBytes(bytes, null, text, known);
}

/** Base64 of rectangles, of a text, of a whole answer, or of an image. null when it decodes to nothing that can be read. */
export function readEncoded(text: string, known: KnownIds): Findings | null {
  if (text.length < SHORTEST || NOT_BASE64.test(text)) return null;
  if (PADDING_WITHIN.test(text)) return severalEntries(text);
  const { bytes } = readBase64(text, WHERE);
  return bytes && bytes.length > 0 ? findInBytes(bytes, text, text, known) : null;
}

function severalEntries(text: string): Findings | null {
  const parts = text.split(/\s+/, MOST_ENTRIES + 1);
  if (parts.length > MOST_ENTRIES) return null;
  const areTexts = parts.every((data) => {
    const { payload } = openPayload(data, 'Text', WHERE);
    return payload !== null && isReadable(payload);
  });
  const entries = parts.map((data) => ({ type: 'Text', data }));
  return areTexts ? wrappedAnswer(entries, 'recognition', text) : null;
}

/** `data`: the Base64 to keep as the data of an entry, or null when what was pasted is no such thing. */
function findInBytes(
  bytes: Uint8Array<ArrayBuffer>,
  data: string | null,
  raw: string,
  known: KnownIds,
): Findings | null {
  const payload = payloadOfBytes(bytes, null, WHERE);
  const file = payload.file();
  if (file) return fileFound(bytes, file);
  if (!isReadable(payload)) return null;
  const { text } = payload.text();
  if (/^\s*[[{]/.test(text.slice(0, 100))) {
    const json = payload.json();
    const inside = json.ok ? findInJson(json.value, text, data, raw, known) : null;
    if (inside) return inside;
  }
  // A word that decodes to something by chance has seldom the length that Base64 has.
  if (data === null || data.replace(/\s/g, '').length % 4 !== 0) return null;
  return wrappedAnswer([{ type: 'Text', data }], 'recognition', raw);
}

/** A list keeps the Base64 that it came in; an answer is what was inside. */
function findInJson(value: unknown, text: string, data: string | null, raw: string, known: KnownIds): Findings | null {
  if (looksLikeAnswer(value)) return answerFound(value, text, known);
  const inside = findInValue(value, text, known);
  const rectangles = inside?.answers[0]?.kind === 'detection';
  return rectangles && data !== null ? wrappedAnswer([{ type: 'Other', data }], 'detection', raw) : inside;
}

function fileFound(bytes: Uint8Array<ArrayBuffer>, file: FileKind): Findings {
  if (file.image) return { ...NOTHING_FOUND, image: { bytes, file } };
  const todo = 'Paste plain text, a list of rectangles, or a whole answer, whose data can be viewed and saved.';
  return {
    ...NOTHING_FOUND,
    problems: [{ where: WHERE, what: `is ${file.noun}, which is not shown`, todo, severity: 'warning' }],
  };
}

function percentDecoded(content: string): Uint8Array<ArrayBuffer> {
  try {
    return new TextEncoder().encode(decodeURIComponent(content));
  } catch {
    return new TextEncoder().encode(content);
  }
}
