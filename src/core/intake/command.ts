import { endOfString, readJson } from '../decode/json.ts';
import type { Problem } from '../problem.ts';
import { addressesInText, isAddress, readAddress } from './address.ts';
import { type Findings, isEmpty, NOTHING_FOUND, together } from './intake.ts';
import { likelyShells, type Shell, shellWords } from './shell-words.ts';
import { readToken } from './token.ts';
import { findInValue } from './values.ts';

const WHERE = 'Command';
const COMMAND =
  /(?:^|[\s;&|$>(])(?:curl(?:\.exe)?|wget|http|https|xh|invoke-(?:webrequest|restmethod)|iwr|irm)\s|\bfetch\s*\(/i;
const DATA_OPTION = /^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--data-urlencode|--json|-body)$/i;
const BEARER = /\bBearer\s+([^\s"'`^\\;,)}]{1,20000})/gi;

/** A request as a shell or a browser's developer tools write it down. Only the beginning is looked at: the rest may be an image. */
export function isCommand(text: string): boolean {
  return COMMAND.test(text.slice(0, 500)) && !/^\s*[[{]/.test(text.slice(0, 500));
}

/**
 * Ids, token and body of one or several commands, whatever shell they were written for. What the words do not give is looked
 * for in the text itself, so code in other languages (`fetch(...)`) gives its id and token too.
 */
export function readCommand(text: string): Findings {
  const best = readInLikelyShell(text);
  const withText = together(best, unseen(best, together(addressesInText(text), bearerInText(text))));
  return asksForToken(text, withText) ?? together(withText, bodyOfFetch(text, withText));
}

/** The first shell in whose words something stands; the likeliest when it stands in none. */
function readInLikelyShell(text: string): Findings {
  let likeliest: Findings | null = null;
  for (const shell of likelyShells(text)) {
    const reading = readWords(text, shell);
    if (reading.tasks.length > 0 || reading.request || reading.image) return reading;
    likeliest ??= reading;
  }
  return likeliest ?? NOTHING_FOUND;
}

function readWords(text: string, shell: Shell): Findings {
  const words = shellWords(text, shell);
  if (!words) {
    return problem('has more words or quotes than a command', 'Paste the body of the request by itself, as JSON.');
  }
  let tokens = NOTHING_FOUND;
  let asQuery = false;
  const data: string[] = [];
  const addresses: string[] = [];
  for (const [at, word] of words.entries()) {
    const attached = /^-(d|H)(?=[^-])(.+)$/s.exec(word);
    if (word === '-G' || word === '--get') asQuery = true;
    else if (DATA_OPTION.test(word)) data.push(words[at + 1] ?? '');
    else if (attached?.[1] === 'd') data.push(attached[2] ?? '');
    else if (word === '--oauth2-bearer') tokens = together(tokens, tokenIn(`Bearer ${words[at + 1] ?? ''}`));
    else if (attached || /^(?:authorization\s*:|bearer\s)/i.test(word))
      tokens = together(tokens, tokenIn(attached?.[2] ?? word));
    else if (isAddress(word)) addresses.push(word);
    else if (/^https?:\/\//i.test(word)) addresses.push(`${word}?`);
  }
  const query = asQuery ? data.join('&') : '';
  const tasks = addresses.map((address) => readAddress(withQuery(address, query))).reduce(together, NOTHING_FOUND);
  const found = together(tasks, tokens);
  return asQuery ? found : data.map(readBody).reduce(together, found);
}

function withQuery(address: string, query: string): string {
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** Only of a header or word that names its kind, so that a body is never taken for a token. */
function tokenIn(header: string): Findings {
  if (!/bearer\s/i.test(header)) return NOTHING_FOUND;
  const reading = readToken(header);
  return reading.ok
    ? { ...NOTHING_FOUND, token: reading.token, problems: reading.problems }
    : { ...NOTHING_FOUND, problems: [reading.problem] };
}

function readBody(body: string): Findings {
  if (body === '' || /^grant_type=/i.test(body)) return NOTHING_FOUND;
  if (body.startsWith('@')) {
    const file = body.slice(1, 100);
    return problem(`its body stands in the file ${file}, which is not here`, 'Open that file and paste what is in it.');
  }
  const json = readJson(body, WHERE);
  if (!json.ok) return { ...NOTHING_FOUND, problems: [{ ...json.problem, what: `its body ${json.problem.what}` }] };
  return findInValue(json.value, body, {}) ?? NOTHING_FOUND;
}

function bearerInText(text: string): Findings {
  return [...text.matchAll(BEARER)]
    .slice(0, 5)
    .map(([whole]) => tokenIn(whole))
    .reduce(together, NOTHING_FOUND);
}

/** The second look adds what the first one missed, and repeats no problem. */
function unseen(found: Findings, second: Findings): Findings {
  const nothingNew = found.tasks.length > 0 && found.token !== null;
  if (nothingNew) return NOTHING_FOUND;
  const told = new Set(found.problems.map(({ where, what }) => `${where} ${what}`));
  return { ...second, problems: second.problems.filter(({ where, what }) => !told.has(`${where} ${what}`)) };
}

/** `fetch(url, { body: "..." })`, as developer tools copy it. */
function bodyOfFetch(text: string, found: Findings): Findings {
  const opening = /\bfetch\s*\(/i.test(text.slice(0, 500)) ? /["']?body["']?\s*:\s*"/.exec(text) : null;
  if (!opening || found.request || found.image) return NOTHING_FOUND;
  const quote = opening.index + opening[0].length - 1;
  const body = readJson(text.slice(quote, endOfString(text, quote) + 1), WHERE);
  return body.ok && typeof body.value === 'string' ? readBody(body.value) : NOTHING_FOUND;
}

/** The command that gets a token holds the client secret, which this page never wants. */
function asksForToken(text: string, found: Findings): Findings | null {
  if (!isEmpty(found) || !/\/connect\/token\b/i.test(text)) return null;
  return problem(
    'asks the service for a token, and holds the client secret; nothing of it was kept',
    'Run it in a terminal and paste the answer, or its access_token.',
  );
}

function problem(what: string, todo: string): Findings {
  const told: Problem = { where: WHERE, what, todo, severity: 'warning' };
  return { ...NOTHING_FOUND, problems: [told] };
}
