import { sourcesOfPayload } from '../decode/index.ts';
import { payloadOfBytes } from '../decode/payload.ts';
import type { RowSources } from '../decode/row-sources.ts';
import { lastUpTo } from '../last-up-to.ts';
import type { TaskKind } from '../ocr/contract.ts';
import { placesOf, typeOfEntry } from './entry-places.ts';
import { bytesOfIndices } from './utf8-offsets.ts';
import type { WireBoxes } from './wire-boxes.ts';
import { openEntry } from './wire-entry.ts';

/** An entry of a body, and whose answer that is. */
export interface WirePlaceOfEntry {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly kind: TaskKind;
  readonly entry: number;
}

/** Half-open bytes of each row; and the rows in the order in which they are written, the outer before the inner. */
export interface ItemPlaces extends RowSources {
  readonly order: Int32Array<ArrayBuffer>;
  /** `from` in that order: ascending. */
  readonly starts: Int32Array<ArrayBuffer>;
  /** Per place in that order the place of the row around it; -1: none is. */
  readonly around: Int32Array<ArrayBuffer>;
}

/**
 * Where the rows of an entry's layout stand in its decoded bytes: it is read once more, by the format that read it. As slow as
 * decoding. null: the entry has no layout, or there is no such entry.
 */
export function findItemPlaces({ raw, kind, entry }: WirePlaceOfEntry): ItemPlaces | null {
  const places = placesOf(raw);
  const opened = openEntry(raw, places, entry, kind === 'detection');
  if (!opened) return null;
  const received = opened.content.read({ from: 0, to: opened.content.length });
  const payload = payloadOfBytes(received, typeOfEntry(raw, places, entry), '');
  const sources = sourcesOfPayload(payload, { kind, entries: places.count });
  return sources && ordered(inBytes(sources, received, opened.mark));
}

/** By halves and along what is around; a million rows are put in order where they are found, and not on the page. */
function ordered({ from, to }: RowSources): ItemPlaces {
  const order = Int32Array.from(from, (_, row) => row).toSorted(
    (a, b) => (from[a] ?? 0) - (from[b] ?? 0) || (to[b] ?? 0) - (to[a] ?? 0) || a - b,
  );
  const starts = Int32Array.from(order, (row) => from[row] ?? 0);
  return { from, to, order, starts, around: enclosing(order, from, to) };
}

/** Elements stand in one another: a byte belongs to the innermost that it stands in, else to the one before it. */
export function boxesAt({ from, to, order, starts, around }: ItemPlaces): WireBoxes {
  return {
    spanOf: (row) => (row >= 0 && row < from.length ? { from: from[row] ?? 0, to: to[row] ?? 0 } : null),
    itemAt: (byte) => {
      const before = lastUpTo(starts, byte);
      let place = before;
      while (place >= 0 && (to[order[place] ?? 0] ?? 0) <= byte) place = around[place] ?? -1;
      return order[place < 0 ? before : place] ?? -1;
    },
  };
}

/** Per place in the order the place of the element around it; -1: none is. */
function enclosing(order: Int32Array, from: Int32Array, to: Int32Array): Int32Array<ArrayBuffer> {
  const around = new Int32Array(order.length).fill(-1);
  const open: number[] = [];
  for (const [place, row] of order.entries()) {
    while (open.length > 0 && (to[order[open.at(-1) ?? 0] ?? 0] ?? 0) <= (from[row] ?? 0)) open.pop();
    around[place] = open.at(-1) ?? -1;
    open.push(place);
  }
  return around;
}

/** Characters of the text into bytes of what it was read from, `mark` bytes of which are a byte order mark. */
function inBytes({ from, to }: RowSources, bytes: Uint8Array<ArrayBuffer>, mark: number): RowSources {
  const [first, second] = bytes;
  // UTF-16 is known by its mark, which is no part of the text.
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return { from: from.map((place) => place * 2 + 2), to: to.map((place) => place * 2 + 2) };
  const indices = new Int32Array(from.length * 2);
  indices.set(from);
  indices.set(to, from.length);
  indices.sort();
  const places = bytesOfIndices(bytes.subarray(mark), indices);
  const byteOf = (index: number) => mark + (places[lastUpTo(indices, index)] ?? 0);
  return { from: from.map(byteOf), to: to.map(byteOf) };
}
