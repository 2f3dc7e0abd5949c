import * as v from 'valibot';
import type { Problem } from '../problem.ts';

export type LooseObject = Readonly<Record<string, unknown>>;

/** Values that have one obvious text. */
export const TextLike = v.union([v.string(), v.number(), v.boolean()]);

/**
 * The fields of an object under their names in lower case, without `_` and `-`: the wire is camelCase, SDKs write
 * PascalCase and snake_case. The first of several that become the same wins. null: not an object.
 */
export function lowerKeys(value: unknown): LooseObject | null {
  if (!v.is(v.looseObject({}), value) || Array.isArray(value)) return null;
  const fields = new Map<string, unknown>();
  for (const [key, field] of Object.entries(value)) {
    const name = key.replace(/[_-]/g, '').toLowerCase();
    if (!fields.has(name)) fields.set(name, field);
  }
  // fromEntries defines, so that a field named `__proto__` stays a field.
  return Object.fromEntries(fields);
}

export function note(where: string, what: string): Problem {
  return { where, what, severity: 'note' };
}
