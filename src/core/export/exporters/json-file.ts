import type { ImageFacts } from '../image-facts.ts';
import type { FrameSetting } from '../../geometry/frame-setting.ts';
import type { Level } from '../../inspection/levels.ts';
import type { Problem } from '../../problem.ts';
import type { ExportScope } from './exporter.ts';
import type { ItemKind } from './item-facts.ts';

export type Four = readonly [x1: number, y1: number, x2: number, y2: number];
export type Corner = readonly [x: number, y: number];

/**
 * The JSON export. A new key does not change `version`; a changed or missing one does. Described for people in docs/exports.md.
 */
export interface JsonFile {
  readonly version: 1;
  readonly image: ImageFacts | null;
  /** From received pixels to those of the image: x' = a x + c y + e, y' = b x + d y + f. */
  readonly frame: Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', number>>;
  /** The same as it was set: scaled, turned as EXIF counts, rotated clockwise about the middle of the image, moved. */
  readonly setting: FrameSetting;
  readonly written: {
    readonly scope: ExportScope;
    /** As typed; null when nothing is searched for. */
    readonly search: string | null;
    readonly order: 'as received' | 'as chosen';
    readonly count: number;
    /** Of how many there are. */
    readonly of: number;
  };
  readonly pairing: {
    readonly by: 'position' | 'order' | 'own texts';
    /** From this region on, texts were moved by one. */
    readonly shifts: readonly { readonly from: number; readonly by: 1 | -1 }[];
  };
  /** Of decoding and joining; those of one region stand at the region. */
  readonly problems: readonly Problem[];
  readonly regions: readonly JsonRegion[];
}

export interface JsonRegion {
  /** The entry's number in what was received, from 1. Texts without a rectangle count for themselves. */
  readonly index: number;
  readonly kind: ItemKind;
  /** null without a rectangle. */
  readonly level: Level | null;
  /** `index` of the region that holds this one; null for the outermost. */
  readonly parent: number | null;
  /** As received, not put in order; null for what is no rectangle. */
  readonly received: Four | null;
  /** The upright box in pixels of the image as shown, not clamped; null for what is no rectangle. */
  readonly box: Four | null;
  /** Corners in pixels of the image as shown, from the received x1, y1 by x2, y1; null unless the frame is slanted. */
  readonly corners: readonly [Corner, Corner, Corner, Corner] | null;
  /** 0 to 1; null: the result tells none. */
  readonly confidence: number | null;
  /** Exactly as received; null: none belongs to it. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
}
