import { EITHER, NOT_A_SEXTET } from '../decode/sextets.ts';
import { type CharacterRuns, codeOf, runsOf, widthAt } from './base64-runs.ts';
import { lastUpTo } from '../last-up-to.ts';
import type { Span } from '../span.ts';
import { allAtOnce, type Steps } from '../steps.ts';

/**
 * Which bytes of a text are Base64 characters: between them stand line breaks and, in JSON, escapes. Four characters are three
 * bytes, whatever the spelling: characters are counted with their padding, without white space and the `data:` prefix, an escape is one.
 */
export interface Base64Map extends CharacterRuns {
  readonly source: Uint8Array<ArrayBuffer>;
  /** Characters before the padding. */
  readonly sextets: number;
  /** Bytes that it decodes to, if all of its characters are Base64. */
  readonly length: number;
  /** Bytes of the source that the prefix `data:...,` takes. */
  readonly prefix: number;
  readonly escaped: boolean;
}

const EQUALS = 61;

/** Of what stands `from` to before `to`. `escaped`: written within a JSON text. One look at each byte, fewer when it is plain. */
export function mapBase64(source: Uint8Array<ArrayBuffer>, span: Span, escaped: boolean): Base64Map {
  return allAtOnce(mapBase64InSteps(source, span, escaped));
}

/** The same, giving way after each megabyte. */
export function* mapBase64InSteps(source: Uint8Array<ArrayBuffer>, span: Span, escaped: boolean): Steps<Base64Map> {
  const { from, to } = span;
  const head = new TextDecoder().decode(source.subarray(from, Math.min(from + 300, to)));
  const prefix = /^\s*data:[^,]{0,200},/i.exec(head)?.[0].length ?? 0;
  const start = from + prefix;
  const runs = yield* runsOf(source, { from: start, to }, escaped);
  const map = { source, prefix, escaped, ...runs };
  let sextets = runs.characters;
  while (sextets > 0 && codeAt({ ...map, sextets, length: 0 }, sextets - 1) === EQUALS) sextets -= 1;
  return { ...map, sextets, length: Math.floor((sextets * 3) / 4) };
}

/** Where a character stands in the source; an escape is as wide as it is written. */
export function placeOfCharacter(map: Base64Map, character: number): Span {
  const run = runOf(map.firsts, character);
  const at = (map.starts[run] ?? 0) + character - (map.firsts[run] ?? 0);
  return { from: at, to: at + widthAt(map.source, at, map.escaped) };
}

/** From the first to the last of these characters, with all that stands between. */
export function placeOfCharacters(map: Base64Map, { from, to }: Span): Span {
  const first = placeOfCharacter(map, from);
  return to > from ? { from: first.from, to: placeOfCharacter(map, to - 1).to } : { from: first.from, to: first.from };
}

/** The character that stands at a place of the source, or before it. */
export function characterAt(map: Base64Map, place: number): number {
  const run = runOf(map.starts, place);
  const next = map.firsts[run + 1] ?? map.characters;
  const character = (map.firsts[run] ?? 0) + place - (map.starts[run] ?? 0);
  return Math.max(Math.min(character, next - 1), 0);
}

/** Every character that holds a bit of these bytes. */
export function charactersOfBytes({ from, to }: Span): Span {
  return { from: Math.floor((from * 4) / 3), to: to > from ? Math.ceil((to * 4) / 3) : Math.floor((from * 4) / 3) };
}

/** The byte that the first bits of a character belong to; of padding, the last byte. */
export function byteOfCharacter({ length }: Pick<Base64Map, 'length'>, character: number): number {
  return Math.max(Math.min(Math.floor((character * 3) / 4), length - 1), 0);
}

/** Character codes, without what stands between them: 0 for what is no ASCII. */
export function characterCodes(map: Base64Map, span: Span): Uint8Array<ArrayBuffer> {
  const to = Math.min(span.to, map.characters);
  const codes = new Uint8Array(Math.max(to - span.from, 0));
  let run = runOf(map.firsts, span.from);
  for (let character = span.from; character < to; character += 1) {
    if (character >= (map.firsts[run + 1] ?? map.characters)) run += 1;
    const at = (map.starts[run] ?? 0) + character - (map.firsts[run] ?? 0);
    codes[character - span.from] = codeOf(map.source, at, map.escaped);
  }
  return codes;
}

/** Decoded bytes `from` to before `to`. What is no Base64 counts as zero bits: whoever asks has looked for it. */
export function decodeRange(map: Base64Map, span: Span): Uint8Array<ArrayBuffer> {
  const from = Math.max(span.from, 0);
  const to = Math.min(span.to, map.length);
  if (to <= from) return new Uint8Array(0);
  const group = Math.floor(from / 3);
  const codes = characterCodes(map, { from: group * 4, to: Math.ceil(to / 3) * 4 });
  const bytes = new Uint8Array((Math.ceil(to / 3) - group) * 3);
  let at = 0;
  for (let code = 0; code < codes.length; code += 4) {
    const word =
      (sextetOf(codes[code]) << 18) |
      (sextetOf(codes[code + 1]) << 12) |
      (sextetOf(codes[code + 2]) << 6) |
      sextetOf(codes[code + 3]);
    bytes[at] = word >>> 16;
    bytes[at + 1] = word >>> 8;
    bytes[at + 2] = word;
    at += 3;
  }
  return bytes.slice(from - group * 3, to - group * 3);
}

/** The first character for which `found` holds, or -1. `code` is 0 for what is no ASCII. */
export function findCharacter(map: Base64Map, found: (code: number) => boolean): number {
  for (let from = 0; from < map.characters; from += STEP) {
    const codes = characterCodes(map, { from, to: from + STEP });
    const at = codes.findIndex(found);
    if (at >= 0) return from + at;
  }
  return -1;
}

/** The first character that Base64 does not have, or that stands behind padding; -1: it is all Base64. */
export function firstWrongCharacter(map: Base64Map): number {
  let padding = 0;
  return findCharacter(map, (code) => {
    if (code === EQUALS) {
      padding += 1;
      return padding > 2;
    }
    return padding > 0 || (EITHER[code] ?? NOT_A_SEXTET) === NOT_A_SEXTET;
  });
}

const STEP = 1 << 16;

function codeAt(map: Base64Map, character: number): number {
  return codeOf(map.source, placeOfCharacter(map, character).from, map.escaped);
}

/** The run that begins there or before; the first when all begin behind. */
function runOf(beginnings: Int32Array, value: number): number {
  return Math.max(lastUpTo(beginnings, value), 0);
}

function sextetOf(code: number | undefined): number {
  const sextet = EITHER[code ?? 0] ?? NOT_A_SEXTET;
  return sextet === NOT_A_SEXTET ? 0 : sextet;
}
