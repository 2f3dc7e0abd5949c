import type { Problem } from '../../problem.ts';
import type { Format } from '../format.ts';
import { layoutOfTree, type TreeReading } from '../layout-of-tree.ts';
import { asItCame, faultOf, layoutReading } from '../layout-reading.ts';
import { sourcesOfTree } from '../layout-places.ts';
import { treeOfMarkup } from '../markup-tree.ts';
import type { Span } from '../../span.ts';
import { isTyped, type Payload } from '../payload.ts';
import { MOST_RECTANGLES } from './rectangles.ts';

/** Boxes with texts in XML, whatever the names of elements and attributes: the service's own are not published; PAGE is read so. */
export const xmlFormat: Format = {
  name: 'XML',
  begins: /^\s*</,
  matches: (payload) =>
    isTyped(payload, 'xml', 'pagexml') ||
    (!isTyped(payload, 'text') && looksLikeMarkup(payload) && (isDeclared(payload) || found(payload).tree.named)),
  read: (payload) => {
    const { tree, problems } = found(payload);
    const all = [...payload.text().problems, ...problems, ...tree.problems];
    if (tree.rows.count > 0) return layoutReading(payload, tree.rows, all, tree.places, tree.plain.join('\n'));
    const told = [...all, ...tree.places.list(payload.where)];
    if (tree.plain.length > 0) return { as: 'text', text: tree.plain.join('\n'), problems: told };
    return asItCame(payload, 'is markup with neither boxes nor texts that are known here', told);
  },
  sources: (payload) => {
    const spans = new Map<object, Span>();
    const { value } = treeOfMarkup(payload.text().text, spans);
    return sourcesOfTree(value, spans, OPTIONS);
  },
};

const OPTIONS = { most: MOST_RECTANGLES, numbersAreTexts: true };

interface Found {
  readonly tree: TreeReading;
  readonly problems: readonly Problem[];
}

const readings = new WeakMap<Payload, Found>();

function found(payload: Payload): Found {
  const known = readings.get(payload);
  if (known) return known;
  const { where } = payload;
  const { text } = payload.text();
  const markup = treeOfMarkup(text);
  const tree = layoutOfTree(markup.value, where, OPTIONS);
  const read = { tree, problems: faultOf(where, text, markup) };
  readings.set(payload, read);
  return read;
}

function looksLikeMarkup({ bytes }: Payload): boolean {
  return /^\s*<[?!A-Za-z]/.test(new TextDecoder().decode(bytes.subarray(0, 400)));
}

function isDeclared({ bytes }: Payload): boolean {
  return /^\s*<\?xml\s/i.test(new TextDecoder().decode(bytes.subarray(0, 400)));
}
