import type { Inspection } from '../../core/inspection/inspection.ts';
import type { TaskKind } from '../../core/ocr/contract.ts';
import type { Steps } from '../../core/steps.ts';
import { type EntryPlaces, placeOfEntry, placesInSteps } from '../../core/wire/entry-places.ts';
import { boxesAt } from '../../core/wire/item-places.ts';
import { findBoxes, type WireBoxes } from '../../core/wire/wire-boxes.ts';
import { openEntry, openEntryInSteps, type WireEntry } from '../../core/wire/wire-entry.ts';
import { rowsOfEntry } from '../../core/wire/wire-items.ts';
import { itemPlaces } from '../../files/item-places.ts';

/** What the page made of the answer; null: another answer is shown on the page than this one. */
export interface WireLinks {
  readonly inspection: Inspection;
  readonly kind: TaskKind;
}

/** One answer while it is looked at: entries are opened and boxes are found when they are wanted, and the last ones are kept. */
export class WireSession {
  readonly places: EntryPlaces;
  readonly raw: Uint8Array<ArrayBuffer>;
  private readonly kind: TaskKind;
  private opened: { readonly index: number; readonly entry: WireEntry | null } | null = null;
  private found: { readonly index: number; readonly of: Inspection; readonly boxes: Promise<WireBoxes | null> } | null =
    null;

  /** Opened beforehand. */
  private readonly large: ReadonlyMap<number, WireEntry | null>;

  private constructor(
    raw: Uint8Array<ArrayBuffer>,
    kind: TaskKind,
    places: EntryPlaces,
    large: ReadonlyMap<number, WireEntry | null>,
  ) {
    this.raw = raw;
    this.kind = kind;
    this.places = places;
    this.large = large;
  }

  /** Large entries are opened with the answer, in steps: then each of the others takes no time that is felt. */
  static *open(raw: Uint8Array<ArrayBuffer>, kind: TaskKind): Steps<WireSession> {
    const places = yield* placesInSteps(raw);
    const large = new Map<number, WireEntry | null>();
    const mostLarge = raw.length / LARGE_ENTRY;
    for (let index = 0; index < places.count && large.size < mostLarge; index += 1) {
      const place = placeOfEntry(places, index);
      if (!place || place.to - place.from < LARGE_ENTRY) continue;
      large.set(index, yield* openEntryInSteps(raw, places, index, kind === 'detection'));
    }
    return new WireSession(raw, kind, places, large);
  }

  /** null: it has no content, or there is none. */
  entry(index: number): WireEntry | null {
    const large = this.large.get(index);
    if (large !== undefined) return large;
    if (this.opened?.index !== index) {
      this.opened = { index, entry: openEntry(this.raw, this.places, index, this.kind === 'detection') };
    }
    return this.opened.entry;
  }

  /** Where the boxes of an entry stand. A large entry takes a moment, in which the page goes on. */
  boxes(index: number, inspection: Inspection): Promise<WireBoxes | null> {
    if (this.found?.index !== index || this.found.of !== inspection) {
      const entry = this.entry(index);
      const boxes = entry ? this.find(index, inspection, entry) : Promise.resolve(null);
      this.found = { index, of: inspection, boxes };
    }
    return this.found.boxes;
  }

  private async find(index: number, inspection: Inspection, entry: WireEntry): Promise<WireBoxes | null> {
    const listed = await inSteps(findBoxes(inspection, index, entry));
    if (listed) return listed;
    const { from, to } = rowsOfEntry(inspection, index);
    const places =
      from < to ? await itemPlaces({ raw: this.raw, kind: this.kind, entry: index }).catch(() => null) : null;
    // A worker was lost, or it was read otherwise than the page read it: then nobody knows which is which.
    return places?.from.length === to - from ? boxesAt(places) : null;
  }
}

/** Bytes of the body. */
const LARGE_ENTRY = 1 << 20;
/** What is left of a frame is the page's own. */
const MS_AT_ONCE = 8;

/** Work that leaves the page its time. `signal`: nobody waits for it any more. */
export async function inSteps<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    // First of all: what was just drawn has taken its time, too.
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    signal?.throwIfAborted();
    const until = performance.now() + MS_AT_ONCE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
  }
}
