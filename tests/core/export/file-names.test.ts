import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  archiveName,
  imageStem,
  namer,
  paddedIndex,
  patternProblem,
  SAFE_NAME,
  singleCropName,
  stemOf,
} from '../../../src/core/export/file-names.ts';

const PARTS = {
  index: '007',
  text: 'Größe: 12/3',
  x1: '-5',
  y1: '8.25',
  x2: '97',
  y2: '41',
  width: '91',
  height: '33',
  image: 'page',
};
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)\./i;

describe('names inside the ZIP', () => {
  it.each([
    ['{index}', '007'],
    ['', '007'],
    ['{index}-{text}', '007-Gro-e-12-3'],
    ['{x1}_{y1}_{x2}_{y2}', '5_8.25_97_41'],
    ['{image} {index} {width}x{height}', 'page-007-91x33'],
    ['../../{index}', '007'],
    ['что-то', '007'],
    ['{nothing}', 'nothing'],
  ])('%s becomes %s', (pattern, stem) => {
    expect(stemOf(pattern, PARTS)).toBe(stem);
  });

  it('are as wide as the count needs, three digits at least', () => {
    expect([paddedIndex(1, 5), paddedIndex(37, 999), paddedIndex(7, 12_345)]).toEqual(['001', '037', '00007']);
  });

  it('differ even where capitals do not count', () => {
    const names = namer('png');
    expect(['Word', 'word', 'WORD', 'word-2', 'word'].map((stem) => names.next(stem))).toEqual([
      'Word.png',
      'word-2.png',
      'WORD-3.png',
      'word-2-2.png',
      'word-4.png',
    ]);
  });

  it('open no device on Windows', () => {
    const names = namer('png');
    expect(['CON', 'nul', 'com1', 'aux.txt', 'console'].map((stem) => names.next(stem))).toEqual([
      'file-CON.png',
      'file-nul.png',
      'file-com1.png',
      'file-aux.txt.png',
      'console.png',
    ]);
  });

  it('any texts and any pattern give safe, different names', () => {
    const pattern = fc.oneof(
      fc.constantFrom('{text}', '{text}{index}', 'con', '{x1}', 'A.{text}.', '{text}{text}{text}'),
      fc.string({ unit: 'binary', maxLength: 120 }),
    );
    const text = fc.oneof(
      fc.constantFrom('con', 'NUL', 'a', 'A', '...', '-', 'x'.repeat(500)),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(pattern, fc.array(text, { maxLength: 12 }), (written, texts) => {
        const names = namer('webp');
        const given = texts.map((one, at) => names.next(stemOf(written, { ...PARTS, text: one, index: String(at) })));
        expect(given.filter((name) => !SAFE_NAME.test(name) || RESERVED.test(name))).toEqual([]);
        expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(given.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('names of downloads', () => {
  it.each([
    ['page 1.png', 'page 1-crops.zip'],
    ['Скан.2024.jpeg', 'Скан.2024-crops.zip'],
    [null, 'image-crops.zip'],
    ['.png', 'image-crops.zip'],
    ['../../etc/passwd.png', 'passwd-crops.zip'],
    ['=1+2.csv', '1+2-crops.zip'],
    ['con.png', 'image-con-crops.zip'],
    ['a\u202Egnp.exe.png', 'a gnp.exe-crops.zip'],
    ['line\nbreak<>.png', 'line break-crops.zip'],
  ])('%j gives %s', (name, archive) => {
    expect(archiveName(name)).toBe(archive);
  });

  it('one crop is named after its region', () => {
    expect(singleCropName('book page.tif', 12, 'jpeg')).toBe('book page-region-12.jpg');
  });

  it('never hold what a file system refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const stem = imageStem(name);
        expect(stem).not.toMatch(/[\p{C}<>:"|?*/\\]|^[.\s=+@-]|[.\s]$/u);
        expect(stem.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the field of the pattern', () => {
  it('says which placeholder is not known', () => {
    expect(patternProblem('{index}-{name}')).toContain('{name} is not known');
    expect(patternProblem('  ')).toContain('{index}');
    expect(patternProblem('{index}-{text}')).toBeNull();
  });
});
