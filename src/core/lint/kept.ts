import type { LintId } from './kinds.ts';
import type { Finding } from './lint.ts';

/**
 * What `look` found of a kind in `source`, kept as long as that is there. Looked for anew when anything of `beside`, which it was
 * found with, is another object.
 */
export function kept(id: LintId, source: object, beside: readonly object[], look: () => Finding): Finding {
  const found = known.get(source) ?? new Map<LintId, Found>();
  known.set(source, found);
  const before = found.get(id);
  if (before && before.beside.every((one, at) => one.deref() === beside[at])) return before.finding;
  const finding = look();
  found.set(id, { beside: beside.map((one) => new WeakRef(one)), finding });
  return finding;
}

interface Found {
  /** Weak: a source may live longer, the empty list of texts for ever. */
  readonly beside: readonly WeakRef<object>[];
  readonly finding: Finding;
}

const known = new WeakMap<object, Map<LintId, Found>>();
