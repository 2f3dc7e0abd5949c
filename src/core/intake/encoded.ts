import { encodeBase64, readBase64 } from '../decode/base64.ts';
import { isReadable, payloadOfBytes } from '../decode/payload.ts';
import type { ResultEntry } from '../ocr/task.ts';
import { answerFound, looksLikeAnswer, wrappedAnswer } from './answers.ts';
import { entryOfBase64, entryOfContent } from './content.ts';
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
  const inBase64 = /;\s*base64/i.test(prefix[1] ?? '');
  const { bytes, problems } = inBase64
    ? readBase64(content, 'Pasted data: address')
    : { bytes: percentDecoded(content), problems: [] };
  if (!bytes) return { ...NOTHING_FOUND, problems };
  return findInBytes(bytes, inBase64 ? content : encodeBase64(bytes), text, known, true);
}

/** Base64 of a result of any type, of a whole answer, or of an image. null when it decodes to nothing that can be read. */
export function readEncoded(text: string, known: KnownIds): Findings | null {
  if (text.length < SHORTEST || NOT_BASE64.test(text)) return null;
  if (PADDING_WITHIN.test(text)) return severalEntries(text);
  const { bytes } = readBase64(text, WHERE);
  if (!bytes || bytes.length === 0) return null;
  // A word that decodes to a text by chance has seldom the length that Base64 has.
  return findInBytes(bytes, text, text, known, text.replace(/\s/g, '').length % 4 === 0);
}

function severalEntries(text: string): Findings | null {
  const parts = text.split(/\s+/, MOST_ENTRIES + 1);
  if (parts.length > MOST_ENTRIES) return null;
  const entries: ResultEntry[] = [];
  for (const data of parts) {
    const entry = entryOfBase64(data, WHERE);
    if (!entry) return null;
    entries.push(entry);
  }
  return wrappedAnswer(entries, 'recognition', text);
}

/** `data`: the Base64 to keep as the data of an entry. `mayBeText`: what is no certain kind of result is a text. */
function findInBytes(
  bytes: Uint8Array<ArrayBuffer>,
  data: string,
  raw: string,
  known: KnownIds,
  mayBeText: boolean,
): Findings | null {
  const payload = payloadOfBytes(bytes, null, WHERE);
  const file = payload.file();
  if (file?.image) return { ...NOTHING_FOUND, image: { bytes, file } };
  const { text } = payload.text();
  if (!file && isReadable(payload) && /^\s*[[{]/.test(text.slice(0, 100))) {
    const json = payload.json();
    const inside = json.ok ? findInJson(json.value, text, data, raw, known) : null;
    if (inside) return inside;
  }
  const entry = entryOfContent(payload, data);
  return entry && (mayBeText || entry.type !== 'Text') ? wrappedAnswer([entry], 'recognition', raw) : null;
}

/** A list keeps the Base64 that it came in; an answer is what was inside. */
function findInJson(value: unknown, text: string, data: string, raw: string, known: KnownIds): Findings | null {
  if (looksLikeAnswer(value)) return answerFound(value, text, known);
  const inside = findInValue(value, text, known);
  const [first] = inside?.answers ?? [];
  return first?.kind === 'detection' ? wrappedAnswer([{ type: 'Other', data }], 'detection', raw) : inside;
}

function percentDecoded(content: string): Uint8Array<ArrayBuffer> {
  try {
    return new TextEncoder().encode(decodeURIComponent(content));
  } catch {
    return new TextEncoder().encode(content);
  }
}
