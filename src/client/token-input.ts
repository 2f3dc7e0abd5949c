import type { Problem } from '../core/problem.ts';
import { characterName, isHeaderCharacter } from './header-character.ts';

export type TokenReading = { readonly token: string } | { readonly problem: Problem };

const WHERE = 'Access token';
const GET_ONE = 'Paste the whole token as connect/token answered it.';

/**
 * The token in what a person typed or pasted: a bare token, `Bearer ...`, an `Authorization:` header, a curl command
 * with one, or the JSON of `connect/token`. Quotes and white space go. What no header may carry is refused here, with
 * its name and place: fetch would throw a TypeError for it, which looks like CORS.
 */
export function readTokenInput(text: string): TokenReading {
  if (text.trim() === '') return refuse('is empty', GET_ONE);
  const found = fromJson(text) ?? fromHeader(text) ?? fromAddress(text) ?? { token: text, from: 0 };
  if (found.token === null) return refuse(found.why, 'Check the client id and secret in the request for the token.');
  const { token, from } = trimmed(found.token, found.from);

  let kept = '';
  let position = Array.from(text.slice(0, from)).length;
  for (const character of token) {
    position += 1;
    if (isBlank(character)) continue;
    if (!isHeaderCharacter(character)) {
      const cut = character === '…' ? 'It stands for a part that was left out. ' : '';
      return refuse(
        `character ${position} is ${characterName(character)}, which no request header may carry`,
        `${cut}${GET_ONE}`,
      );
    }
    kept += character;
  }
  if (kept === '') return refuse('holds no token', GET_ONE);
  if (kept.includes('...')) return refuse('is cut: “...” stands for a part that was left out', GET_ONE);
  return { token: kept };
}

type Found =
  /** `from`: where it begins in the text, in UTF-16 units. */
  { readonly token: string; readonly from: number } | { readonly token: null; readonly why: string };

function fromJson(text: string): Found | null {
  if (!text.trimStart().startsWith('{')) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // JSON copied in part still names its token.
    const named = /"access_token"\s*:\s*"([^"]*)"/.exec(text);
    return named?.[1] === undefined ? null : { token: named[1], from: named.index + named[0].lastIndexOf(named[1]) };
  }
  const fields = new Map(Object.entries(value ?? {}));
  const token: unknown = fields.get('access_token') ?? fields.get('accessToken');
  if (typeof token === 'string' && token.trim() !== '') return { token, from: Math.max(0, text.indexOf(token)) };
  const error: unknown = fields.get('error_description') ?? fields.get('error');
  const said = typeof error === 'string' ? `: it says ${error.slice(0, 80)}` : '';
  return { token: null, why: `is JSON without access_token${said}` };
}

/** `Authorization: Bearer x` anywhere (a header, a curl command), or `Bearer x` at the beginning. */
function fromHeader(text: string): Found | null {
  const header =
    /authorization["'\s]*[:=]\s*["']?\s*(?:bearer\s+)?([^"'`\s][^"'`\r\n]*)/i.exec(text) ??
    /^[\s"'`“”‘’]*bearer\s+([\s\S]*)$/i.exec(text);
  const token = header?.[1];
  return header && token !== undefined ? { token, from: header.index + header[0].length - token.length } : null;
}

function fromAddress(text: string): Found | null {
  const named = /[?#&](?:access_)?token=([^&#\s]+)/i.exec(text);
  const token = named?.[1];
  return named && token !== undefined ? { token, from: named.index + named[0].length - token.length } : null;
}

const AROUND = /^[\s"'`“”‘’«»\u200B\u2060\uFEFF]+|[\s"'`“”‘’«»,;\\\u200B\u2060\uFEFF]+$/g;

function trimmed(token: string, from: number): { token: string; from: number } {
  const lead = /^[\s"'`“”‘’«»\u200B\u2060\uFEFF]*/.exec(token)?.[0].length ?? 0;
  return { token: token.replace(AROUND, ''), from: from + lead };
}

/** Also what is invisible and comes along when text is copied from a page: zero-width space, word joiner, byte order mark. */
function isBlank(character: string): boolean {
  return /^[\s\u200B\u2060\uFEFF]$/.test(character);
}

function refuse(what: string, todo: string): TokenReading {
  return { problem: { where: WHERE, what, todo, severity: 'error' } };
}
