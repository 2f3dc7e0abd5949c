import type { Inspection } from '../../core/inspection/inspection.ts';
import type { PairingChoice } from '../../core/inspection/pairing.ts';
import { selectedItems } from '../../core/inspection/selection.ts';
import { useView } from '../../state/view-store.ts';
import { useFeedback } from '../kit/use-feedback.ts';
import type { Croppable } from './crop-preview.tsx';
import { OneRegion } from './one-region.tsx';
import css from './region-details.module.css';
import { SeveralSelected } from './several-selected.tsx';

/** What the buttons do. A promise that rejects with an Error has its message shown beside the buttons. */
export interface RegionActions {
  readonly onSaveCrop: (item: number) => void | Promise<void>;
  readonly onCopyCrop: (item: number) => void | Promise<void>;
  /** Texts of these items, in this order. */
  readonly onCopyText: (items: readonly number[]) => void | Promise<void>;
  /** Rectangles of these items as received. */
  readonly onCopyCoordinates: (items: readonly number[]) => void | Promise<void>;
  readonly onShiftTexts: (row: number, by: 1 | -1) => void;
  readonly onResetPairing: () => void;
  /** Takes the request's `order` for pairing, where there is one. */
  readonly onPairBy?: (by: PairingChoice['by']) => void;
}

export interface RegionDetailsProps {
  readonly inspection: Inspection;
  /** Items that the search left: the position is counted among them. */
  readonly matches: Uint32Array;
  readonly image: Croppable | null;
  readonly actions: RegionActions;
}

/** Region **Region details**: everything about what is chosen. */
export function RegionDetails({ inspection, matches, image, actions }: RegionDetailsProps) {
  const selection = useView((view) => view.selection);
  const runner = useFeedback();
  const item = selection.active !== null && selection.active < inspection.itemCount ? selection.active : null;
  return (
    <section aria-label="Region details" className={css.details}>
      {selection.count > 1 ? (
        <SeveralSelected items={selectedItems(selection)} runner={runner} {...actions} />
      ) : item === null ? (
        <p className={css.hint}>
          {inspection.itemCount === 0
            ? 'What you choose is shown here: its crop, text and coordinates.'
            : 'Choose a region in the list or on the image.'}
        </p>
      ) : (
        <OneRegion
          inspection={inspection}
          matches={matches}
          item={item}
          image={image}
          actions={actions}
          runner={runner}
        />
      )}
    </section>
  );
}
