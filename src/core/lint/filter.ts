import { bitsFor, itemsIn, setBit } from '../inspection/item-bits.ts';
import type { LintId } from './kinds.ts';
import type { FoundOfKind, Lint } from './lint.ts';

/** Items that any of the chosen kinds found, ascending; null when nothing is chosen, or nothing of it is known. */
export function itemsOfKinds(lint: Lint, chosen: readonly LintId[], itemCount: number): Uint32Array | null {
  const found = chosen.map((id) => lint[id]).filter((finding): finding is FoundOfKind => finding.state === 'known');
  const [first] = found;
  if (!first) return null;
  if (found.length === 1) return first.items;
  const bits = bitsFor(itemCount);
  for (const { items } of found) for (let at = 0; at < items.length; at += 1) setBit(bits, items[at] ?? 0);
  return itemsIn(bits);
}

/** What both hold. Both ascend; what is made is as long as the shorter at the most. */
export function inBoth(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(one.length, other.length));
  let count = 0;
  for (let at = 0, from = 0; at < one.length && from < other.length;) {
    const difference = (one[at] ?? 0) - (other[from] ?? 0);
    if (difference === 0) {
      both[count] = one[at] ?? 0;
      count += 1;
    }
    if (difference <= 0) at += 1;
    if (difference >= 0) from += 1;
  }
  return both.subarray(0, count);
}
