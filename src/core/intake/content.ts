import { beginsAsResult, typeOfContent } from '../decode/index.ts';
import { encodePayload, isReadable, openPayload, type Payload, payloadOfBytes } from '../decode/payload.ts';
import type { ResultEntry } from '../ocr/task.ts';
import { wrappedAnswer } from './answers.ts';
import type { Findings } from './intake.ts';

/** Content of an entry that came without its envelope, as an answer of the type that it has by its looks. */

/** A decoded hOCR, XML, JSON or CSV result. null: it is no result, or may be anything. */
export function readResult(text: string, where: string): Findings | null {
  if (!beginsAsResult(text)) return null;
  const type = typeOfContent(payloadOfBytes(new TextEncoder().encode(text), null, where));
  return type === null ? null : wrappedAnswer([{ type, data: encodePayload(text) }], 'recognition', text);
}

/** `data` in Base64 as an entry. null: it is neither a known kind of result nor readable text. */
export function entryOfContent(payload: Payload, data: string): ResultEntry | null {
  const type = typeOfContent(payload) ?? (isReadable(payload) ? 'Text' : null);
  return type === null ? null : { type, data };
}

/** As above, of Base64 that nobody has opened yet. */
export function entryOfBase64(data: string, where: string): ResultEntry | null {
  const { payload } = openPayload(data, null, where);
  return payload && entryOfContent(payload, data);
}
