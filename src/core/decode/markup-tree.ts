import type { Span } from '../span.ts';
import { type MarkupReading, readMarkup } from './markup.ts';

export interface MarkupTree extends MarkupReading {
  /** Elements as JSON would have them: `{ page: [{ width: '10', line: [...] }] }`. */
  readonly value: unknown;
}

/**
 * An XML document in the shape of JSON, so that both are read by the same rules: attributes and child elements are members, those
 * of the same name a list, and an element with neither is its text.
 *
 * @param spans gets where each object that stands for an element is written, characters from 0
 */
export function treeOfMarkup(text: string, spans?: Map<object, Span>): MarkupTree {
  const root = newElement('', 0);
  const stack = [root];
  const { fault } = readMarkup(text, {
    open: (name, attributes, from) => {
      stack.push({ name, from, members: new Map(attributes), text: [] });
    },
    text: (piece) => stack.at(-1)?.text.push(piece),
    close: (_name, to) => {
      const done = stack.pop();
      const above = stack.at(-1);
      if (!done || !above) return;
      // An attribute of the same name keeps its place.
      const key = typeof above.members.get(done.name) === 'string' ? `${done.name}s` : done.name;
      const list = above.members.get(key);
      const value = valueOf(done);
      if (typeof value === 'object') spans?.set(value, { from: done.from, to });
      if (Array.isArray(list)) list.push(value);
      else above.members.set(key, [value]);
    },
  });
  return { value: valueOf(root), fault };
}

interface Element {
  readonly name: string;
  /** Of its tag, characters from 0. */
  readonly from: number;
  readonly members: Map<string, unknown>;
  readonly text: string[];
}

function newElement(name: string, from: number): Element {
  return { name, from, members: new Map(), text: [] };
}

function valueOf({ members, text }: Element): object | string {
  const joined = text.join('').trim();
  if (members.size === 0) return joined;
  const entries = [...members].map(([name, member]) => [name, onlyText(member)] as const);
  // Not by assignment: an element may be called __proto__.
  return Object.fromEntries(joined === '' ? entries : [...entries, ['#text', joined]]);
}

/** `<x>12</x>` is as good as `x="12"`. */
function onlyText(member: unknown): unknown {
  return Array.isArray(member) && member.length === 1 && typeof member[0] === 'string' ? member[0] : member;
}
