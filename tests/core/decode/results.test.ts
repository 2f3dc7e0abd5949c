import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../src/core/decode/base64.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { dump } from './dump.ts';

const FOLDER = new URL('../../fixtures/results/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  hocr: 'Hocr',
  json: 'JSON',
  xml: 'XML',
  txt: 'Text',
  python: 'Text',
  csv: 'Csv',
  xlsx: 'Excel',
  pdf: 'Pdf',
  png: 'ImagePNG',
  wav: 'WavFile',
};
const fixtures = readdirSync(FOLDER).filter((name) => name !== 'dumps');
const decoded = (name: string, type: string | null) =>
  decodeAnswer([{ type, data: encodeBase64(new Uint8Array(readFileSync(new URL(name, FOLDER)))) }], 'recognition');
const typeOf = (name: string) => {
  const ending = name.split('.')[1];
  if (ending === undefined) throw new Error(`${name}: has no ending that could be a type`);
  return TYPES[ending] ?? ending;
};

describe.each(fixtures)('the result %s', (name) => {
  it('reads as it always did', async () => {
    await expect(dump(decoded(name, typeOf(name)))).toMatchFileSnapshot(`../../fixtures/results/dumps/${name}.dump`);
  });

  it('is known without its type, and by a type in other letters', () => {
    expect(dump(decoded(name, null))).toBe(dump(decoded(name, typeOf(name))));
    expect(dump(decoded(name, ` ${typeOf(name).toUpperCase()} `))).toBe(dump(decoded(name, typeOf(name))));
  });
});

it('every dump has its fixture', () => {
  const dumps = readdirSync(new URL('dumps', FOLDER)).map((name) => name.replace(/\.dump$/, ''));
  expect(dumps.filter((name) => !fixtures.includes(name))).toEqual([]);
});
