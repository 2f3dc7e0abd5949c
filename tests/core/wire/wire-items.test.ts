import { describe, expect, it } from 'vitest';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import type { PairingChoice } from '../../../src/core/inspection/pairing.ts';
import type { TaskKind } from '../../../src/core/ocr/contract.ts';
import type { ResultEntry } from '../../../src/core/ocr/task.ts';
import { itemOfSource, sourceOfItem } from '../../../src/core/wire/wire-items.ts';

const boxes = (...list: readonly (readonly number[])[]): ResultEntry => ({
  type: 'Other',
  data: encodePayload(JSON.stringify(list)),
});
const text = (words: string): ResultEntry => ({ type: 'Text', data: encodePayload(words) });

function shown(
  detection: readonly ResultEntry[],
  recognition: readonly ResultEntry[],
  choice: PairingChoice = { by: 'position', shifts: [] },
) {
  const inspection = buildInspection({
    detection: decodeAnswer(detection, 'detection'),
    recognition: decodeAnswer(recognition, 'recognition'),
    request: null,
    choice,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
  return {
    inspection,
    source: (kind: TaskKind, item: number) => sourceOfItem(inspection, kind, item),
    item: (kind: TaskKind, entry: number, box: number | null = null) => itemOfSource(inspection, kind, { entry, box }),
  };
}

const A = [1, 2, 30, 40];
const B = [5, 6, 70, 80];
const C = [9, 10, 110, 120];

describe('an item and its place in the answers', () => {
  it('a region is a box of an entry of the detection, and the text of an entry of the recognition', () => {
    const { source, item } = shown([boxes(A), boxes(B, C)], [text('one'), text('two'), text('three')]);
    expect(source('detection', 2)).toEqual({ entry: 1, box: 1 });
    expect(source('recognition', 2)).toEqual({ entry: 2, box: null });
    expect(item('detection', 1, 1)).toBe(2);
    expect(item('recognition', 2)).toBe(2);
  });

  it('follows the texts that were shifted', () => {
    const { source, item } = shown([boxes(A, B, C)], [text('one'), text('two')], {
      by: 'position',
      shifts: [{ row: 1, by: 1 }],
    });
    expect(source('recognition', 2)).toEqual({ entry: 1, box: null });
    expect(item('recognition', 1)).toBe(2);
    expect(source('recognition', 1)).toBeNull();
  });

  it('a text without a rectangle is found too', () => {
    const { inspection, source, item } = shown([boxes(A)], [text('one'), text('two')]);
    expect(source('recognition', inspection.itemCount - 1)).toEqual({ entry: 1, box: null });
    expect(item('recognition', 1)).toBe(inspection.itemCount - 1);
  });

  it('files between the texts do not move them', () => {
    const pdf: ResultEntry = { type: 'Pdf', data: encodePayload('%PDF-1.7\n%%EOF') };
    const { source, item } = shown([boxes(A, B)], [text('one'), pdf, text('two'), pdf]);
    expect(source('recognition', 1)).toEqual({ entry: 2, box: null });
    expect(item('recognition', 2)).toBe(1);
    expect(item('recognition', 1)).toBeNull();
  });

  it.each([null, 'PlainText', 'Other'])('texts of the type %s between files are found as well', (type) => {
    const pdf: ResultEntry = { type: 'Pdf', data: encodePayload('%PDF-1.7\n%%EOF') };
    const { source, item } = shown([boxes(A, B)], [{ ...text('one'), type }, pdf, { ...text('two'), type }, pdf]);
    expect(source('recognition', 1)).toEqual({ entry: 2, box: null });
    expect([0, 1, 2, 3].map((entry) => item('recognition', entry))).toEqual([0, null, 1, null]);
  });

  it('every region comes back to itself', () => {
    const { inspection, source, item } = shown([boxes(A), boxes(B, C)], [text('one'), text('two'), text('three')]);
    for (let row = 0; row < inspection.itemCount; row += 1) {
      for (const kind of ['detection', 'recognition'] as const) {
        const found = source(kind, row);
        expect(found && item(kind, found.entry, found.box)).toBe(row);
      }
    }
  });
});
