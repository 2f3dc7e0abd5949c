/**
 * The fields of an object by lower-case name: SDKs and hand-written requests use PascalCase, camelCase or snake_case
 * (`AccessToken`, `access_token`), so underscores and dashes go too. The first of several wins. null: not an object.
 */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields = new Map<string, unknown>();
  for (const [key, field] of Object.entries(value)) {
    const name = key.toLowerCase().replace(/[_-]/g, '');
    if (!fields.has(name)) fields.set(name, field);
  }
  return fields;
}
