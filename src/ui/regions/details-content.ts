import type { Inspection } from '../../core/inspection/inspection.ts';
import type { Selection } from '../../core/inspection/selection.ts';
import { useView } from '../../state/view-store.ts';

export type DetailsContent =
  | { readonly shows: 'nothing' }
  | { readonly shows: 'one'; readonly item: number }
  | { readonly shows: 'several'; readonly selection: Selection };

/** What the region details have to show. For one they want a panel; for nothing and for several, some lines. */
export function useDetailsContent({ itemCount }: Inspection): DetailsContent {
  const selection = useView((view) => view.selection);
  if (selection.count > 1) return { shows: 'several', selection };
  const { active } = selection;
  return active === null || active >= itemCount ? { shows: 'nothing' } : { shows: 'one', item: active };
}
