import { readJson } from '../decode/json.ts';
import { lowerKeys } from '../ocr/parse-parts.ts';
import type { Problem } from '../problem.ts';
import { characterName, isHeaderCharacter } from './header-character.ts';
import type { FoundToken } from './intake.ts';
import { isPlaceholder } from './placeholder.ts';

export type TokenReading =
  /** `problems`: why the service will refuse it all the same. */
  | { readonly ok: true; readonly token: FoundToken; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

const WHERE = 'Access token';
const GET_ONE = 'Paste the whole token as connect/token answered it.';
/** Real ones have one to three thousand characters; servers stop reading headers at 8 to 32 KB. */
const LONGEST_TOKEN = 16_384;

/**
 * The token in what a person typed or pasted: a bare token, `Bearer ...`, an `Authorization:` header, a command with one, an
 * address with `token=`, or the JSON of `connect/token`, whole or in part. Quotes and white space go. What no header may carry is
 * refused here, with its name and place: fetch would throw a TypeError for it, which looks like CORS. Never throws.
 */
export function readToken(pasted: string): TokenReading {
  if (pasted.trim() === '') return refused('is empty', GET_ONE);
  if (pasted.trimStart().startsWith('{')) return readTokenJson(pasted);
  return checked(inHeader(pasted) ?? inAddress(pasted) ?? { text: pasted, start: 0 }, pasted, null);
}

/** `{access_token, expires_in, token_type}`, parsed. */
export function tokenOfJson(value: unknown): TokenReading {
  const { token, expiresInSeconds, said } = tokenFields(value);
  return token === null ? withoutToken(said) : checked({ text: token, start: 0 }, token, expiresInSeconds);
}

/** Part of what was pasted; `start` in UTF-16 units. */
interface Part {
  readonly text: string;
  readonly start: number;
}

function readTokenJson(pasted: string): TokenReading {
  const json = readJson(pasted.trim(), WHERE);
  if (!json.ok) {
    // JSON that was copied in part still names its token.
    const named = /"access_token"\s*:\s*"([^"]*)"/i.exec(pasted);
    const part = named && captured(named);
    return part ? checked(part, pasted, null) : { ok: false, problem: json.problem };
  }
  const { token, expiresInSeconds, said } = tokenFields(json.value);
  if (token === null) return withoutToken(said);
  return checked({ text: token, start: Math.max(0, pasted.indexOf(token)) }, pasted, expiresInSeconds);
}

function tokenFields(value: unknown): {
  readonly token: string | null;
  readonly expiresInSeconds: number | null;
  readonly said: string;
} {
  const fields = lowerKeys(value);
  const token = fields?.['accesstoken'];
  const expires = Number(fields?.['expiresin']);
  return {
    token: typeof token === 'string' && token.trim() !== '' ? token : null,
    expiresInSeconds: Number.isFinite(expires) && expires > 0 ? expires : null,
    said: [fields?.['error'], fields?.['errordescription']]
      .filter((word) => typeof word === 'string')
      .join(', ')
      .slice(0, 200),
  };
}

function withoutToken(said: string): TokenReading {
  return said === ''
    ? refused('is JSON without access_token', 'Paste the answer of connect/token, or the token itself.')
    : refused(`was refused: ${said}`, 'Check the client id and secret in the request for the token.');
}

/** `Authorization: Bearer x` anywhere (a header, a command), or `Bearer x` at the beginning. */
function inHeader(text: string): Part | null {
  const header =
    /authorization["'\s]*[:=]["'\s]*(?:bearer(?![\w.-])["'\s:]*)?([^"'`\r\n]*)/i.exec(text) ??
    /^[\s"'`“”‘’]*bearer(?![\w.-])["'\s:]*([\s\S]*)$/i.exec(text);
  return header && captured(header);
}

/** `access_token=x` or `"access_token": "x"`, by itself or in an address. */
function inAddress(text: string): Part | null {
  const named = /(?:^[\s"']*access_token|[?#&](?:access_)?token)["']?\s*[:=]["'\s]*([^"'&#\s,;]*)/i.exec(text);
  return named && captured(named);
}

/** The last thing that a match holds is what it was made to find. */
function captured(match: RegExpExecArray): Part {
  const text = match[1] ?? '';
  return { text, start: match.index + match[0].lastIndexOf(text) };
}

const BEFORE = /^[\s"'`“”‘’«»\u200B\u2060\uFEFF]+/;
const AFTER = /[\s"'`“”‘’«»,;\\\u200B\u2060\uFEFF]$/;
/** Line breaks come from terminals and mails; zero-width space, word joiner and byte order mark from web pages. */
const BLANK = /^[\s\u200B\u2060\uFEFF]$/;

function checked({ text, start }: Part, pasted: string, expiresInSeconds: number | null): TokenReading {
  const before = BEFORE.exec(text)?.[0].length ?? 0;
  const token = withoutTail(text.slice(before));
  if (isPlaceholder(token))
    return refused(`is a placeholder (${token.slice(0, 40)})`, 'Put your own token in its place.');
  // Positions count characters of the whole, as the person sees it.
  let position = Array.from(pasted.slice(0, start + before)).length;
  let value = '';
  for (const character of token) {
    position += 1;
    if (BLANK.test(character)) continue;
    if (!isHeaderCharacter(character)) {
      const what = `character ${position} is ${characterName(character)}, which no request header may carry`;
      return refused(what, character === '…' ? `It stands for a part that was left out. ${GET_ONE}` : GET_ONE);
    }
    value += character;
  }
  if (value === '') return refused('holds no token', GET_ONE);
  if (value.length > LONGEST_TOKEN) return refused('is longer than a token can be', 'Paste the token alone.');
  return { ok: true, token: { value, expiresInSeconds }, problems: value.includes('...') ? [SHORTENED] : [] };
}

/** By a loop: a pattern for a run at the end tries again at each of its characters, which never ends for a long text. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && AFTER.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const SHORTENED: Problem = {
  where: WHERE,
  what: 'is cut: “...” stands for a part that was left out',
  todo: `The service will refuse it. ${GET_ONE}`,
  severity: 'error',
};

function refused(what: string, todo: string): TokenReading {
  return { ok: false, problem: { where: WHERE, what, todo, severity: 'error' } };
}
