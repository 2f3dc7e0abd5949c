import type { Inspection } from '../inspection/inspection.ts';
import { textIndexOf } from '../inspection/items.ts';
import { bitsFor, hasBit, setBit } from '../inspection/item-bits.ts';
import { columnsOf, type PackedTexts } from '../inspection/packed-texts.ts';
import { type Texts, textAt } from '../inspection/texts.ts';

export interface TextLint {
  /** The item has a text that is more than white space. */
  readonly hasWriting: (item: number) => boolean;
  /** Its text holds U+FFFD: what a decoder puts where bytes are no character. */
  readonly isBroken: (item: number) => boolean;
}

export function textLint(inspection: Inspection): TextLint {
  const { hasWriting, broken } = knownOf(inspection.texts);
  return {
    hasWriting: (item) => hasWriting(textIndexOf(inspection, item)),
    isBroken: broken === null ? () => false : (item) => hasBit(broken, textIndexOf(inspection, item)),
  };
}

interface Known {
  readonly hasWriting: (index: number) => boolean;
  /** A bit per text index; null: none is. */
  readonly broken: Uint32Array | null;
}

const BROKEN = 0xfffd;
const SPACE = /^\s*$/u;
/** So many are looked at as strings; of more, the columns are. */
const FEW_TEXTS = 20_000;

/** Texts change with the answer only, and frame and ink often. */
function knownOf(texts: Texts): Known {
  const before = known.get(texts);
  if (before) return before;
  const made = texts.length <= FEW_TEXTS ? fewTexts(texts) : manyTexts(columnsOf(texts));
  known.set(texts, made);
  return made;
}

const known = new WeakMap<Texts, Known>();

function fewTexts(texts: Texts): Known {
  const writing = new Uint8Array(texts.length);
  let broken: Uint32Array | null = null;
  for (let index = 0; index < texts.length; index += 1) {
    const text = textAt(texts, index) ?? '';
    if (!SPACE.test(text)) writing[index] = 1;
    if (text.includes(String.fromCharCode(BROKEN))) setBit((broken ??= bitsFor(texts.length)), index);
  }
  return { hasWriting: (index) => writing[index] === 1, broken };
}

function manyTexts({ count, units, starts }: PackedTexts): Known {
  let broken: Uint32Array | null = null;
  for (let text = 0, at = units.indexOf(BROKEN); at >= 0; at = units.indexOf(BROKEN, starts[text + 1] ?? Infinity)) {
    while ((starts[text + 1] ?? Infinity) <= at) text += 1;
    setBit((broken ??= bitsFor(count)), text);
  }
  return { hasWriting: (index) => hasUnit(units, starts[index] ?? 0, starts[index + 1] ?? 0), broken };
}

/** The first unit is writing, nearly always. */
function hasUnit(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!SPACE.test(String.fromCharCode(units[at] ?? 0))) return true;
  return false;
}
