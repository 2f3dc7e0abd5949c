import { describe, expect, it } from 'vitest';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { receiveDecoded, sendDecoded } from '../../../src/core/decode/sent.ts';
import { treeOf } from '../../../src/core/geometry/region-tree.ts';
import { EMPTY_TABLE } from '../../../src/core/inspection/region-table.ts';
import { receiveIntake, sendIntake } from '../../../src/core/intake/sent.ts';
import { readPasted } from '../../../src/core/intake/read-pasted.ts';
import type { Decoded } from '../../../src/core/decode/decoded.ts';

const rectangles = (list: unknown) =>
  decodeAnswer([{ type: 'Other', data: encodePayload(JSON.stringify(list)) }], 'detection');
/** What a message does to it. */
function across<T>({ sent, transfer }: { readonly sent: T; readonly transfer: ArrayBuffer[] }): T {
  return structuredClone(sent, { transfer });
}

describe('what a worker decoded, on its way to the page', () => {
  it('arrives whole: regions, flags and what is wrong with each', () => {
    const list = [
      [1, 2, 3, 4],
      [1, 2],
      [9, 9, 5, 5],
      [1, 2, 3, 4],
      ['7', 0, 8, 1],
    ];
    const here = rectangles(list);
    const there = receiveDecoded(across(sendDecoded(rectangles(list))));
    expect(there.regions).toEqual(here.regions);
    expect(there.problems).toEqual(here.problems);
    expect(there.regionProblems).toEqual(here.regionProblems);
  });

  it('arrives whole: texts, missing ones, and what is wrong with each', () => {
    const results = ['Größe', '', '\0'].map((text) => ({ type: 'Text', data: encodePayload(text) }));
    results.push({ type: 'Text', data: '*' }, { type: 'Text', data: 'QQ=' });
    const here = decodeAnswer(results, 'recognition');
    const there = receiveDecoded(across(sendDecoded(decodeAnswer(results, 'recognition'))));
    expect(results.map((_, at) => there.texts?.at(at))).toEqual(['Größe', '', '\0', null, 'A']);
    expect(results.map((_, at) => there.textProblems.get(at))).toEqual(
      results.map((_, at) => here.textProblems.get(at)),
    );
    expect(there.textProblems.size).toBe(2);
  });

  it('moves its columns: nothing of them is left behind', () => {
    const decoded = rectangles([[1, 2, 3, 4]]);
    across(sendDecoded(decoded));
    expect([decoded.regions?.received.length, decoded.regions?.flags.length]).toEqual([0, 0]);
  });

  it('brings the index along, which is not built again', () => {
    const sent = across(sendDecoded(rectangles([[1, 2, 3, 4]])));
    const { regions } = receiveDecoded(sent);
    expect(regions && treeOf(regions)).toBe(sent.tree);
  });

  it('leaves what is empty to everybody', () => {
    const nothing = decodeAnswer([], 'detection');
    for (let again = 0; again < 2; again += 1) across(sendDecoded(nothing));
    expect(nothing.regions).toBe(EMPTY_TABLE);
  });
});

describe('what was found in a large paste, on its way to the page', () => {
  const paste = JSON.stringify([
    { taskStatus: 'Completed', results: [{ type: 'Other', data: encodePayload('[[1,2,3,4]]') }] },
    { id: 'x', taskStatus: 'Pending', results: null },
  ]);
  it('is decoded, and says how many entries there are instead of listing them', () => {
    const decodings: (Decoded | null)[] = [];
    const found = receiveIntake(across(sendIntake(readPasted(paste))), (_, decoded) => void decodings.push(decoded));
    expect(found).toMatchObject({
      kind: 'found',
      answers: [
        { kind: 'detection', task: { results: { length: 1, withData: true } } },
        { kind: null, task: { results: null } },
      ],
    });
    expect(decodings.map((decoded) => decoded?.regions?.count)).toEqual([1]);
    expect(found.kind === 'found' && new TextDecoder().decode(found.answers[0]?.raw)).toBe(
      JSON.stringify(JSON.parse(paste)[0]),
    );
  });

  it('keeps regions of a request, and words for what is not understood', () => {
    const request = JSON.stringify([
      { rect: { topLeftX: 1, topLeftY: 2, bottomRightX: 3, bottomRightY: 4 }, order: 2 },
    ]);
    const found = receiveIntake(across(sendIntake(readPasted(request))), () => expect.fail('there is no answer'));
    expect(found).toMatchObject({ request: { order: [2], table: { count: 1 } } });
    const unknown = readPasted('hello');
    expect(receiveIntake(across(sendIntake(unknown)), () => undefined)).toEqual(unknown);
  });
});
