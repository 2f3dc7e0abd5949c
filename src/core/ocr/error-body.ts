import { readUtf8 } from '../decode/utf8.ts';
import { lowerKeys } from './parse-parts.ts';

/** What a body that is no answer says for itself. */
export interface ErrorBody {
  /** In its own words, at most 200 characters on one line; null when it says nothing that a person could use. */
  readonly said: string | null;
  /** It came from the local server, not from the service: `{source: "regionscope", reason}`. */
  readonly fromProxy: boolean;
}

const SILENT: ErrorBody = { said: null, fromProxy: false };
/** An error page can be long; what it says stands at its beginning. */
const READ_AT_MOST = 65_536;

/**
 * The shapes in which errors were seen or are documented: ProblemDetails (also as text/plain), the gateway's
 * `{requestId, error: {code, message, description}}`, the local server's, HTML with a title, plain text, nothing.
 */
export function readErrorBody(raw: Uint8Array<ArrayBuffer> | null): ErrorBody {
  if (!raw || raw.length === 0) return SILENT;
  const text = readUtf8(raw.subarray(0, READ_AT_MOST), 'answer')
    .text.replace(/^\uFEFF/, '')
    .trim();
  if (text === '') return SILENT;
  if (text.startsWith('<')) return { said: titleOf(text), fromProxy: false };
  if (!text.startsWith('{')) return { said: oneLine(text.replace(/^"(.*)"$/s, '$1')), fromProxy: false };
  const fields = lowerKeys(parsed(text));
  if (!fields) return SILENT;
  const inner = lowerKeys(fields['error']) ?? {};
  const said = [
    fields['title'],
    fields['detail'],
    inner['message'],
    inner['description'],
    typeof fields['error'] === 'string' ? fields['error'] : undefined,
    fields['errordescription'],
    fields['message'],
    fields['reason'],
  ].filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  return {
    said: said.length === 0 ? null : oneLine([...new Set(said)].join(': ')),
    fromProxy: fields['source'] === 'regionscope',
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function titleOf(html: string): string | null {
  const title = /<title[^>]*>([^<]*)</i.exec(html)?.[1]?.trim();
  return title ? oneLine(title) : null;
}

function oneLine(text: string): string | null {
  // Control and direction characters have no place in a sentence of the page.
  const plain = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return null;
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}
