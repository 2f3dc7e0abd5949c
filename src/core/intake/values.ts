import { readBase64 } from '../decode/base64.ts';
import { isNumberLike } from '../decode/coordinate.ts';
import { encodePayload, openPayload } from '../decode/payload.ts';
import { sniffBytes } from '../decode/sniff.ts';
import type { ResultEntry } from '../ocr/task.ts';
import { isTaskFault, parseTask } from '../ocr/parse-task.ts';
import type { Problem } from '../problem.ts';
import { answerFound, kindOfAnswer, looksLikeAnswer, looksLikeEntry, wrappedAnswer } from './answers.ts';
import { lowerKeys, type LooseObject } from '../ocr/parse-parts.ts';
import { type Findings, type KnownIds, NOTHING_FOUND, together } from './intake.ts';
import { entryOfContent, readResult } from './content.ts';
import { splitDocuments } from './json-documents.ts';
import { isPlaceholder } from './placeholder.ts';
import { isRequestRegions, readRequestRegions } from './request-regions.ts';
import { tokenOfJson } from './token.ts';

const MOST_ANSWERS = 100;
/** Each is looked at for Base64; a newspaper page has a few thousand words. */
const MOST_TEXTS = 200_000;

/** What a parsed JSON value is, with the text it stood in. null: nothing that belongs here. */
export function findInValue(value: unknown, raw: string, known: KnownIds): Findings | null {
  if (Array.isArray(value)) return findInList(value, raw, known);
  const fields = lowerKeys(value);
  if (!fields) return null;
  if ('accesstoken' in fields) return tokenFound(value);
  if (looksLikeAnswer(value)) return answerFound(value, raw, known);
  if (looksLikeEntry(value)) return entriesFound([value], raw, known);
  if (isRequestRegions([value])) return regionsFound([value]);
  if (isRequest(fields)) return requestFound(fields);
  // An error of the service or of a gateway says so itself.
  const parsed = parseTask(value, null);
  return isTaskFault(parsed) && parsed.problem.what.includes('it says') ? problemFound(parsed.problem) : null;
}

function findInList(list: readonly unknown[], raw: string, known: KnownIds): Findings | null {
  if (isRequestRegions(list)) return regionsFound(list);
  if (list.length > 0 && list.length <= MOST_ANSWERS && list.every(looksLikeAnswer)) {
    const texts = splitDocuments(raw.trim().slice(1, -1)) ?? [];
    return list
      .map((one, at) => answerFound(one, texts[at] ?? JSON.stringify(one), known))
      .reduce(together, NOTHING_FOUND);
  }
  if (list.length > 0 && list.every(looksLikeEntry)) return entriesFound(list, raw, known);
  if (list.length > 0 && list.every((text) => typeof text === 'string' && !isNumberLike(text))) {
    return list.length > MOST_TEXTS ? tooManyTexts() : wrappedAnswer(list.map(textEntry), 'recognition', raw);
  }
  if (list.every((entry) => Array.isArray(entry) || isNumberLike(entry) || entry === null)) {
    const withTexts = holdsWords(list[0]) ? readResult(raw, 'The list') : null;
    if (withTexts) return withTexts;
    return wrappedAnswer([{ type: 'Other', data: encodePayload(raw) }], 'detection', raw);
  }
  return null;
}

/** `[box, "text", 0.9]`, or a page of these: no rectangle. */
function holdsWords(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !isNumberLike(value);
  return Array.isArray(value) && depth < 4 && value.slice(0, 3).some((inner) => holdsWords(inner, depth + 1));
}

function tooManyTexts(): Findings {
  const what = `holds more than ${MOST_TEXTS.toLocaleString('en')} texts, which is the most that are read`;
  return problemFound({ where: 'The list', what, todo: 'Paste a part of it.', severity: 'error' });
}

/** `results` without the envelope. */
function entriesFound(list: readonly unknown[], raw: string, known: KnownIds): Findings {
  const task = parseTask({ taskStatus: 'Completed', results: list }, null);
  if (isTaskFault(task)) return problemFound(task.problem);
  return wrappedAnswer(task.results ?? [], kindOfAnswer(task, known) ?? 'recognition', raw);
}

/** A text of a list: the `data` of an entry when it is Base64 of readable text, else the text itself. */
function textEntry(text: unknown): ResultEntry {
  const given = String(text);
  const { payload, problems } = openPayload(given, null, 'data');
  const encoded = payload !== null && problems.length === 0 && payload.bytes.length > 3;
  return (encoded && entryOfContent(payload, given)) || { type: 'Text', data: encodePayload(given) };
}

function tokenFound(value: unknown): Findings {
  const reading = tokenOfJson(value);
  return reading.ok
    ? { ...NOTHING_FOUND, token: reading.token, problems: reading.problems }
    : problemFound(reading.problem);
}

/** A result may have regions, too: those of a request have no texts. */
function isRequest(fields: LooseObject): boolean {
  if ('image' in fields || 'settings' in fields) return true;
  const regions = fields['regions'];
  return Array.isArray(regions) && (regions.length === 0 || isRequestRegions(regions));
}

/** The body of a POST: `{image, settings: {regions}}`, or its settings alone. */
function requestFound(fields: LooseObject): Findings {
  const regions = fields['regions'] ?? lowerKeys(fields['settings'])?.['regions'];
  const request = Array.isArray(regions) ? regionsFound(regions) : NOTHING_FOUND;
  const image = fields['image'];
  if (typeof image !== 'string' || image === '') return request;
  return together(request, imageFound(image));
}

function regionsFound(regions: readonly unknown[]): Findings {
  return { ...NOTHING_FOUND, request: readRequestRegions(regions, 'regions') };
}

/** `image` of a request: Base64 of the file's bytes. */
function imageFound(text: string): Findings {
  const where = 'image';
  if (isPlaceholder(text.slice(0, 100)) || /^<?\s*(?:your\s+)?base-?64/i.test(text.slice(0, 100))) {
    const what = 'is a placeholder, so the request brings no image';
    return problemFound({ where, what, todo: 'Choose the image file itself.', severity: 'note' });
  }
  const { bytes, problems } = readBase64(text, where);
  if (!bytes) return { ...NOTHING_FOUND, problems };
  if (bytes.length === 0) return problemFound({ where, what: 'is empty', severity: 'warning' });
  const worthTelling = problems.filter(({ severity }) => severity !== 'note');
  return { ...NOTHING_FOUND, image: { bytes, file: sniffBytes(bytes) }, problems: worthTelling };
}

function problemFound(problem: Problem): Findings {
  return { ...NOTHING_FOUND, problems: [problem] };
}
