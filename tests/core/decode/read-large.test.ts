import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { counted, readLarge } from '../../../src/core/decode/read-large.ts';
import type { Texts } from '../../../src/core/inspection/texts.ts';
import { findEntries } from '../../../src/core/ocr/answer-spans.ts';
import type { TaskKind } from '../../../src/core/ocr/contract.ts';
import { readAnswer } from '../../../src/core/ocr/read-answer.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Texts as they come, and those that only the formats know how to read. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'word', 'Größe', '%PDF-1', 'BM', 'BMabcd\0\0\0\0', 'GIF89a', '<html>', '\uFEFFx', '\0', ' '),
  fc.base64String({ minLength: 16 }),
  fc.base64String({ minLength: 16 }).map((inner) => `\u00a0${inner} \n`),
);
const bytes = fc.uint8Array({ maxLength: 20 }).map((some) => Buffer.from(some).toString('base64'));
const data = fc.oneof(
  { weight: 4, arbitrary: text.map(encodePayload) },
  bytes,
  fc.constant(null),
  fc.constantFrom('*', 'QQ=', 'QQ==\n', ' QUJD', 'R-_j', 'QR==', '[[1,2,3,4]]', encodePayload('[[1,2,3,4]]'), 'ÄQ=='),
  fc.base64String({ minLength: 80, maxLength: 400 }),
);
const type = fc.constantFrom('Text', 'text', 'Other', 'Json', ' Text', null, '', 'T"xt', 7);
const entry = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type, data }, { requiredKeys: [] }) },
  fc.record({ type: fc.constant('Text'), data: text.map(encodePayload) }),
  fc.constantFrom<unknown>('QUJD', null, 3, { Type: 'Text', Data: 'QUJD' }, { data: [[1, 2, 3, 4]] }, { x: 1 }),
);
const results = fc.oneof(
  fc.array(entry, { maxLength: 6 }),
  { weight: 3, arbitrary: fc.array(fc.record({ type: fc.constant('Text'), data }), { maxLength: 6 }) },
  fc.constantFrom<unknown>(null, {}, 'QUJD'),
);
const envelope = fc.record(
  {
    id: fc.constantFrom('a', 'b', null),
    taskStatus: fc.constantFrom('Completed', 'Pending', 'Error', 3),
    results,
    error: fc.constantFrom(null, 'no', { messages: ['"results":[{"data":"x"}]'], warnings: ['\\"[{'] }),
    extra: fc.jsonValue(),
  },
  { requiredKeys: ['results'] },
);
const twice = fc.tuple(envelope, results).map(([value, other]) => ({ ...value, Results: other }));
const spacing = fc.constantFrom(undefined, 1, '\t');
const body = fc
  .tuple(fc.oneof({ weight: 9, arbitrary: envelope }, twice), spacing)
  .map(([value, space]) => JSON.stringify(value, null, space));
/** What a line, or a hand, may make of it. */
const broken = fc
  .tuple(body, fc.nat(), fc.constantFrom('', '"', '{', ',', '\\', ']', '\u0001', 'é', 'x'))
  .map(
    ([whole, at, more]) =>
      `${whole.slice(0, at % (whole.length + 1))}${more}${whole.slice((at % (whole.length + 1)) + 1)}`,
  );

/** What the page makes of a small body. */
function readSmall(raw: Uint8Array<ArrayBuffer>, kind: TaskKind) {
  const reading = readAnswer(raw, 'a');
  if (!reading.ok) return { reading, decoded: null };
  const list = reading.task.results;
  return { reading: { ok: true, task: counted(reading.task) }, decoded: list && plain(decodeAnswer(list, kind)) };
}

function plain<T extends { readonly texts: Texts | null }>(decoded: T) {
  const { texts } = decoded;
  return { ...decoded, texts: texts && Array.from({ length: texts.length }, (_, at) => texts.at(at)) };
}

function readAsLarge(raw: Uint8Array<ArrayBuffer>, kind: TaskKind) {
  const { reading, decode } = readLarge(raw, 'a', kind);
  return { reading, decoded: decode && plain(decode()) };
}

describe('reading a large answer', () => {
  it.each(['recognition', 'detection'] as const)(
    'comes to the same as reading a small one: %s',
    (kind) => {
      let quick = 0;
      fc.assert(
        fc.property(fc.oneof({ weight: 4, arbitrary: body }, broken), (sent) => {
          const raw = utf8(sent);
          if (findEntries(raw)) quick += 1;
          expect(readAsLarge(raw, kind)).toEqual(readSmall(raw, kind));
        }),
        { numRuns: 3_000 },
      );
      expect(quick).toBeGreaterThan(300);
    },
    60_000,
  );

  it('reads ten thousand texts without parsing them as JSON, and makes no string of any', () => {
    const list = Array.from({ length: 10_000 }, (_, at) => ({ type: 'Text', data: encodePayload(`Wört ${at}`) }));
    const raw = utf8(JSON.stringify({ id: 'a', taskStatus: 'Completed', results: list, error: null }));
    const parse = vi.spyOn(JSON, 'parse');
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const { decode: decodeTexts, reading } = readLarge(raw, 'a', 'recognition');
    const decoded = decodeTexts?.();
    const parsed = parse.mock.calls.map(([json]) => json.length);
    const decodings = decode.mock.calls.length;
    vi.restoreAllMocks();
    expect(parsed).toEqual([61]);
    expect(decodings).toBeLessThan(10);
    expect(reading).toMatchObject({ ok: true, task: { results: { length: 10_000, withData: true } } });
    expect([decoded?.texts?.length, decoded?.texts?.at(9_999)]).toEqual([10_000, 'Wört 9999']);
  });

  it('takes a million entries, and leaves one more to the slow way', () => {
    expect(readLarge(answerOfTexts(1_000_000), null, 'recognition').decode?.().texts?.at(999_999)).toBe('B');
    // More are counted, and told, by the way that lists them: see parseTask.
    expect(findEntries(answerOfTexts(1_000_001))).toBeNull();
  }, 60_000);
});

function answerOfTexts(count: number): Uint8Array<ArrayBuffer> {
  const entries = '{"type":"Text","data":"QQ=="},'.repeat(count - 1);
  return utf8(`{"taskStatus":"Completed","results":[${entries}{"data":"Qg=="}]}`);
}
