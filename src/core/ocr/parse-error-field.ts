import * as v from 'valibot';
import type { Problem } from '../problem.ts';
import { lowerKeys, note, TextLike } from './parse-parts.ts';

export interface ErrorField {
  readonly messages: readonly string[];
  readonly warnings: readonly string[];
}

const NOTHING: ErrorField = { messages: [], warnings: [] };

/** Fields that say something in the other error shapes of the platform: ProblemDetails, the gateway. */
const SPEAKING = ['message', 'description', 'title', 'detail', 'reason'];

/**
 * `error` is `{messages, warnings}` in the OpenAPI file; the tutorials also write it as null, a string or a list of strings.
 */
export function readError(value: unknown, problems: Problem[]): ErrorField {
  if (value === undefined || value === null) return NOTHING;
  if (Array.isArray(value) || v.is(TextLike, value)) return { messages: texts(value), warnings: [] };
  const fields = lowerKeys(value);
  if (!fields) {
    problems.push(note('error', 'cannot be read'));
    return NOTHING;
  }
  const messages = texts(fields['messages']);
  const warnings = texts(fields['warnings']);
  if (messages.length > 0 || warnings.length > 0 || 'messages' in fields || 'warnings' in fields)
    return { messages, warnings };
  return { messages: SPEAKING.flatMap((name) => texts(fields[name])), warnings: [] };
}

/** More than anybody reads. */
const MOST_MESSAGES = 100;

/** Of a text, a list of texts, or a list of objects that hold one. */
function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.slice(0, MOST_MESSAGES).flatMap((item) => texts(item));
  if (v.is(TextLike, value)) return String(value).trim() === '' ? [] : [String(value)];
  const fields = lowerKeys(value);
  return fields ? SPEAKING.flatMap((name) => (v.is(TextLike, fields[name]) ? [String(fields[name])] : [])) : [];
}
