import { readJson } from '../decode/json.ts';
import type { Problem } from '../problem.ts';
import { addressesInText, isAddress, readAddress } from './address.ts';
import { isCommand, readCommand } from './command.ts';
import { readResult } from './content.ts';
import { readDataUrl, readEncoded } from './encoded.ts';
import { type Findings, type Intake, isEmpty, type KnownIds, NOTHING_FOUND, together } from './intake.ts';
import { splitDocuments } from './json-documents.ts';
import { idProblem, idsInText, isTaskId } from './task-id.ts';
import { readToken } from './token.ts';
import { findInValue } from './values.ts';

/** The same limit as for the body of an answer. Promise 13. */
export const LARGEST_PASTE = 64 * 1024 * 1024;

const WHERE = 'Paste an answer';
const WHAT_TO_PASTE =
  'Paste an API answer as JSON, a Base64 string, a decoded result (rectangles, JSON, hOCR, XML, CSV), a request body or its regions, a curl command, an address with ?id=, a task ID or a token.';

/**
 * Whatever a person may have at hand of a task, told apart by what it is. Pure, and never throws.
 *
 * `known`: ids that are asked for already, by which a pasted answer is given to its task.
 */
export function readPasted(pasted: string, known: KnownIds = {}): Intake {
  if (pasted.length > LARGEST_PASTE) {
    return unknown('is larger than 64 MiB, which is refused', 'Paste only the part that belongs to the task.');
  }
  try {
    const text = withoutFence(pasted.replace(/^\uFEFF/, '').trim());
    if (text === '') return unknown('is empty', WHAT_TO_PASTE);
    const found = find(text, known);
    if (!isEmpty(found)) return { kind: 'found', ...found };
    return { kind: 'unknown', problem: found.problems[0] ?? nothingKnown() };
  } catch (cause) {
    return unknown(`is more than this browser can read (${String(cause)})`, WHAT_TO_PASTE);
  }
}

/** Readers know what they are looking at by its beginning, so the first that recognises it has the word. */
function find(text: string, known: KnownIds): Findings {
  if (isTaskId(text)) return { ...NOTHING_FOUND, tasks: [{ id: text, kind: null, endpoint: null }] };
  const dataUrl = readDataUrl(text, known);
  if (dataUrl) return dataUrl;
  if (isCommand(text)) {
    const command = readCommand(text);
    if (!isEmpty(command) || command.problems.length > 0) return command;
  }
  if (/^[[{"]/.test(text)) return findInJson(text, known);
  if (isAddress(text)) return readAddress(text);
  return readBareToken(text) ?? readEncoded(text, known) ?? readResult(text, WHERE) ?? findInWords(text);
}

function findInJson(text: string, known: KnownIds): Findings {
  const json = readJson(text, WHERE);
  if (json.ok) {
    if (typeof json.value === 'string') return json.value === '' ? NOTHING_FOUND : find(json.value.trim(), known);
    return findInValue(json.value, text, known) ?? readResult(text, WHERE) ?? NOTHING_FOUND;
  }
  const documents = splitDocuments(text);
  if (!documents || documents.length < 2) {
    const words = readResult(text, WHERE) ?? findInWords(text);
    return isEmpty(words) ? withProblem(json.problem) : words;
  }
  return documents
    .map((document) => {
      const one = readJson(document, WHERE);
      return one.ok ? (findInValue(one.value, document, known) ?? NOTHING_FOUND) : withProblem(one.problem);
    })
    .reduce(together, NOTHING_FOUND);
}

/** `Bearer xxx`, `Authorization: Bearer xxx`, or three parts of a JWT. */
function readBareToken(text: string): Findings | null {
  const named = /^["']?(?:authorization["']?\s*[:=]\s*["']?)?bearer\s+\S+["',;]*$/i.test(text.slice(0, 20_000));
  const jwt = text.length < 20_000 && /^["']?eyJ[\w-]{5,}\.[\w.-]*["']?$/.test(text.replace(/\s+/g, ''));
  if (!named && !jwt) return null;
  const reading = readToken(text);
  return reading.ok
    ? { ...NOTHING_FOUND, token: reading.token, problems: reading.problems }
    : withProblem(reading.problem);
}

/** Code, a raw request, a line of a log: addresses of the service, a token behind `Bearer`, ids among words. */
function findInWords(text: string): Findings {
  const inAddresses = addressesInText(text);
  const bearer = /\bBearer\s+([^\s"'`^\\;,)}]{1,20000})/i.exec(text);
  const token = bearer ? (readBareToken(bearer[0]) ?? NOTHING_FOUND) : NOTHING_FOUND;
  const found = together(inAddresses, token);
  if (found.tasks.length > 0) return found;
  const tasks = idsInText(text).filter(({ id }) => idProblem(id) === null);
  return together(found, { ...NOTHING_FOUND, tasks });
}

/** A block copied from a chat or a README. */
function withoutFence(text: string): string {
  return /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(text)?.[1]?.trim() ?? text;
}

function nothingKnown(): Problem {
  return { where: WHERE, what: 'nothing in it can be read here', todo: WHAT_TO_PASTE, severity: 'error' };
}

function unknown(what: string, todo: string): Intake {
  return { kind: 'unknown', problem: { where: WHERE, what, todo, severity: 'error' } };
}

function withProblem(problem: Problem): Findings {
  return { ...NOTHING_FOUND, problems: [problem] };
}
