import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Content, ItemScan } from '../../../src/core/wire/item-scan.ts';

const contentOf = (
  text: string,
): Content & { readonly text: (span: { from: number; to: number } | null) => string } => {
  const bytes = new TextEncoder().encode(text);
  return {
    length: bytes.length,
    read: ({ from, to }) => bytes.slice(from, to),
    text: (span) => new TextDecoder().decode(bytes.subarray(span?.from, span?.to)),
  };
};

const scanned = (content: Content, level: 1 | 2 = 1) => {
  const scan = new ItemScan(content, level);
  while (scan.step());
  return scan;
};

describe('elements of a list', () => {
  it('stand where they were written, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 20 }),
        fc.constantFrom('', ' ', '\n  '),
        (list, gap) => {
          const content = contentOf(
            `${gap}[${gap}${list.map((value) => JSON.stringify(value)).join(`${gap},${gap}`)}${gap}]`,
          );
          const scan = scanned(content);
          const found = Array.from({ length: scan.count }, (_, at) => content.text(scan.spanOf(at)));
          expect(found).toEqual(list.map((value) => JSON.stringify(value)));
          for (let at = 0; at < scan.count; at += 1) expect(scan.itemAt(scan.spanOf(at)?.from ?? -1)).toBe(at);
        },
      ),
    );
  });

  it('of pages are counted through', () => {
    const content = contentOf('[[[1,2,3,4],[5,6,7,8]], [], [[9,10,11]]]');
    const scan = scanned(content, 2);
    expect([0, 1, 2, 3].map((at) => scan.spanOf(at) && content.text(scan.spanOf(at)))).toEqual([
      '[1,2,3,4]',
      '[5,6,7,8]',
      '[9,10,11]',
      null,
    ]);
  });

  it('of a list that was cut are found up to the cut', () => {
    const content = contentOf('[[1,2,3,4],[5,6,7');
    expect(content.text(scanned(content).spanOf(1))).toBe('[5,6,7');
  });
});
