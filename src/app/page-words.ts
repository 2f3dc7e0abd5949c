import { NOTHING_SELECTED } from '../core/inspection/selection.ts';
import { useView } from '../state/view-store.ts';
import type { PageData } from './use-inspection.ts';

/** For the status bar: size, and which of the two ways of turning is in use where there are two. */
export function imageWords({ image }: PageData): string | null {
  if (!image) return null;
  const { size, source, choice } = image;
  const words = `${size.width} x ${size.height} px`;
  if (source.orientation === 1) return words;
  return `${words}, ${choice === 'raw' ? 'raw pixels' : `turned by EXIF ${source.orientation}`}`;
}

/** Esc with nothing else open: first the search goes, then the selection. False when neither was there. */
export function backOut(): boolean {
  const { search, selection, setSearch, select } = useView.getState();
  if (search !== '') setSearch('');
  else if (selection.count > 0 || selection.active !== null) select(NOTHING_SELECTED);
  else return false;
  return true;
}

export function count(flags: Uint8Array): number {
  let set = 0;
  for (const flag of flags) set += flag;
  return set;
}
