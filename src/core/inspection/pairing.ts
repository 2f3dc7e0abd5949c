/**
 * Which text belongs to which region. The service echoes no id, no rectangle and no order with a text,
 * so this can only be a stated assumption that the person may correct (wire contract, RecognizeRegions).
 */
export interface PairingChoice {
  /** `position`: text i belongs to region i. `order`: the request's `order` ascending, ties by position. */
  readonly by: 'position' | 'order';
  /** Corrections in the order they were made: from region `row` on, the texts move by one (+1 down, -1 up). */
  readonly shifts: readonly { readonly row: number; readonly by: 1 | -1 }[];
}

export const PAIR_BY_POSITION: PairingChoice = { by: 'position', shifts: [] };

export interface Pairing {
  readonly choice: PairingChoice;
  /** Per region row: index into the texts, or -1. */
  readonly textOfRow: Int32Array;
  /** Indices of texts that no region took, in the order received. */
  readonly loose: readonly number[];
  /** One text came for several regions: it is `loose[0]` and is the text of the whole. */
  readonly whole: boolean;
}
