/** Results that are legal enough to arrive and odd enough to need care: what a client must show, flag or refuse. */
import type { SampleTruth } from '../core/samples/truth.ts';
import { base64OfBytes, completed, rectanglesEntry, textEntry } from './results.ts';
import type { Outcome } from './results.ts';

/** Rectangles with one flaw each, between clean ones. The page is as large as the sample's image. */
export function oddRectangles(truth: SampleTruth): Outcome {
  const { width, height } = truth.image;
  const clean = truth.regions[0] ?? [0, 0, 10, 10];
  const swapped = [clean[2], clean[3], clean[0], clean[1]];
  const rows: readonly (readonly unknown[])[] = [
    clean,
    swapped,
    clean,
    [-40, 20, 60, 90],
    [width - 50, height - 50, width + 90, height + 70],
    [width * 3, height * 3, width * 3 + 200, height * 3 + 100],
    [100, 100, 100, 180],
    [12.5, 30.25, 140.75, 60.5],
    ['10', '20', '110', '70'],
    [1, 2, 3],
    [null, 0, 10, 10],
    truth.regions[1] ?? clean,
  ];
  return completed([rectanglesEntry(rows)]);
}

/** Texts that try to be more than text, in every way that has hurt a page before. */
export function oddTexts(): Outcome {
  const texts = [
    '<img src=x onerror="alert(1)"><script>alert(2)</script>',
    '</span></div>{{7*7}}${7*7}',
    'مرحبا بالعالم 123 hello',
    '\u202Ereversed by an override\u202C and back',
    'before\u0000after',
    '\u001B[31mred\u001B[0m and a bell \u0007',
    '=1+2+cmd|"/c calc"!A1',
    'Größe · Straße · naïve · Йод · 鯨 · 🐋',
    'e\u0301 composed of two, \u200Bzero width\u200B',
    'a'.repeat(100_000),
    'one\ntwo\r\nthree\tfour',
    '',
  ];
  return completed(texts.map(textEntry));
}

/** "Größe" in Latin-1: byte 2 is no UTF-8. */
export function notUtf8(): Outcome {
  return completed([{ type: 'Text', data: base64OfBytes(new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65])) }]);
}

export function notBase64(): Outcome {
  return completed([{ type: 'Other', data: '@@ this is no Base64 @@' }]);
}
