/**
 * The recognised texts, one per entry in the order received; null: the entry had no readable text.
 * A plain array of a few is one of these; a million of them are kept in columns that cross threads without a copy.
 */
export type Texts = Pick<readonly (string | null)[], 'length' | 'at'>;

export const NO_TEXTS: Texts = [];

/** The text at an index as received; null where there is none, for -1 as well. */
export function textAt(texts: Texts, index: number): string | null {
  return index < 0 ? null : (texts.at(index) ?? null);
}
