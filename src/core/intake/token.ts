import { readJson } from '../decode/json.ts';
import type { Problem } from '../problem.ts';
import { lowerKeys } from '../ocr/parse-parts.ts';
import type { FoundToken } from './intake.ts';
import { isPlaceholder } from './placeholder.ts';

export type TokenReading =
  | { readonly ok: true; readonly token: FoundToken; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

const WHERE = 'Access token';
/** Real ones have one to three thousand characters; servers stop reading headers at 8 to 32 KB. */
const LONGEST_TOKEN = 16_384;

/**
 * A token as people have it at hand: with `Authorization:`, `Bearer`, quotes or line breaks round it, or as the JSON that
 * `connect/token` answers. Refuses what no header may carry, which a browser would report as a network error.
 */
export function readToken(pasted: string): TokenReading {
  const text = pasted.trim();
  if (text.startsWith('{')) {
    const json = readJson(text, WHERE);
    return json.ok ? tokenOfJson(json.value) : { ok: false, problem: json.problem };
  }
  return checked(text, null);
}

/** `{access_token, expires_in, token_type}` */
export function tokenOfJson(value: unknown): TokenReading {
  const fields = lowerKeys(value);
  const token = fields?.['accesstoken'];
  if (typeof token !== 'string') {
    const said = [fields?.['error'], fields?.['errordescription']].filter((word) => typeof word === 'string');
    const what = said.length > 0 ? `was refused: ${said.join(', ').slice(0, 200)}` : 'is JSON without access_token';
    return refused(what, 'Paste the answer of connect/token, or the token itself.');
  }
  const expires = Number(fields?.['expiresin']);
  return checked(token, Number.isFinite(expires) && expires > 0 ? expires : null);
}

function checked(text: string, expiresInSeconds: number | null): TokenReading {
  const value = bareToken(text);
  if (value === '') return refused('is empty', 'Paste the token that connect/token gave.');
  if (isPlaceholder(value))
    return refused(`is a placeholder (${value.slice(0, 40)})`, 'Put your own token in its place.');
  if (value.length > LONGEST_TOKEN) return refused('is longer than a token can be', 'Paste the token alone.');
  const wrong = /[^\u0021-\u007e]/u.exec(value);
  if (wrong) {
    const character = JSON.stringify(wrong[0]);
    const todo = 'Copy the whole token again: programs that shorten or prettify text change it.';
    return refused(`has a character that no header may carry: ${character} at ${wrong.index + 1}`, todo);
  }
  const short: Problem = {
    where: WHERE,
    what: 'is shortened with "..." in the middle',
    todo: 'The service will refuse it: paste the whole token.',
    severity: 'warning',
  };
  return { ok: true, token: { value, expiresInSeconds }, problems: value.includes('...') ? [short] : [] };
}

function bareToken(text: string): string {
  const value = unquoted(text)
    .replace(/^authorization["']?\s*[:=]\s*/i, '')
    .replace(/^["']*access_token["']?\s*[:=]\s*/i, '');
  // Line breaks get into a token when it is copied from a terminal or a mail.
  return unquoted(unquoted(value).replace(/^bearer(?:[\s:]+|$)/i, '')).replace(/\s+/g, '');
}

function unquoted(word: string): string {
  return word.replace(/^["'`“”‘’\s]+|["'`“”‘’,;\s]+$/g, '');
}

function refused(what: string, todo: string): TokenReading {
  return { ok: false, problem: { where: WHERE, what, todo, severity: 'error' } };
}
