import { fieldsOf, readBox } from './box-of.ts';
import { isBoxName, plainName } from './layout-names.ts';
import type { Box } from './layout-rows.ts';
import { whyNoCorners } from './rectangle-rows.ts';
import { bareBox, boxOf, type FoundBox, isBrokenList, textOf } from './tree-members.ts';
import { tupleOf } from './tree-tuple.ts';

/**
 * What stands where a box is expected and is none. Only its siblings tell it from anything else: beside a box it is a row that has lost
 * its own, and keeps its number and its text.
 */

/** Whether another element of the same list has a box. Asked of what has none only: it looks through the list. */
export type AmongBoxes = () => boolean;

/** An element of a list of this name that has a box, in any of the forms that are read. */
export function isBoxed(element: unknown, name: string): boolean {
  if (typeof element !== 'object' || element === null) return false;
  if (!Array.isArray(element)) return boxOf(fieldsOf(element)) !== null;
  return bareBox(element, name, true) !== null || Boolean(tupleOf(element)?.box);
}

/** `[1, 2, 3]`, `[1, 2, "x", 4]`, `[]`. null: it is something else. */
export function brokenList(list: readonly unknown[], amongBoxes: AmongBoxes | null): Box | null {
  return amongBoxes && isBrokenList(list) && amongBoxes() ? { corners: null, what: whyNoCorners(list) } : null;
}

interface BrokenBox extends FoundBox {
  /** What leads from the object to it: `.bbox`, or nothing. */
  readonly member: string;
}

/** A member by the name of a box that is none, or a text without any. null: it is something else. */
export function brokenMember(value: object, amongBoxes: AmongBoxes | null): BrokenBox | null {
  if (!amongBoxes) return null;
  const found = Object.entries(value).find(([name, member]) => isBoxName(plainName(name)) && isNoContainer(member));
  if ((!found && textOf(fieldsOf(value)) === null) || !amongBoxes()) return null;
  if (!found) return { box: { corners: null, what: 'has a text and no box' }, names: new Set(), member: '' };
  const [name, member] = found;
  return { box: { corners: null, what: whyNoCorners(member) }, names: new Set([plainName(name)]), member: `.${name}` };
}

/** Numbers, points and the like: nothing that holds regions of its own. */
function isNoContainer(member: unknown): boolean {
  if (typeof member !== 'object' || member === null) return true;
  return Object.values(member).every((value) => {
    if (typeof value !== 'object' || value === null) return true;
    return (
      readBox(value) === null && Object.values(value).every((inner) => typeof inner !== 'object' || inner === null)
    );
  });
}
