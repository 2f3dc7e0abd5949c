import { useMemo, useRef } from 'react';
import { isIdentity } from '../../core/inspection/frame.ts';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { listingOrder } from '../../core/inspection/items.ts';
import type { PairingChoice } from '../../core/inspection/pairing.ts';
import { NOTHING_SELECTED } from '../../core/inspection/selection.ts';
import type { Lint } from '../../core/lint/lint.ts';
import { useView } from '../../state/view-store.ts';
import { cx } from '../kit/cx.ts';
import { placeFocus } from '../kit/place-focus.ts';
import { useFeedback } from '../kit/use-feedback.ts';
import type { Croppable } from './crop-preview.tsx';
import { useDetailsContent } from './details-content.ts';
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
  /** The same as `rect` of a request, several as its `regions`. */
  readonly onCopyRects: (items: readonly number[]) => void | Promise<void>;
  /** The same in pixels of the image as shown, under the frame in use. */
  readonly onCopyOnImage: (items: readonly number[]) => void | Promise<void>;
  readonly onShiftTexts: (row: number, by: 1 | -1, times?: number) => void;
  readonly onResetPairing: () => void;
  /** Takes the request's `order` for pairing, where there is one. */
  readonly onPairBy?: (by: PairingChoice['by']) => void;
}

export interface RegionDetailsProps {
  readonly inspection: Inspection;
  /** Items that the search left: the position is counted among them. */
  readonly matches: Uint32Array;
  readonly image: Croppable | null;
  /** What was found by looking at all regions together. */
  readonly lint?: Lint | null | undefined;
  readonly actions: RegionActions;
  /** Regions as they are read, where that is not as received. */
  readonly way?: Uint32Array | null;
  /** Opens the export of crops for what is selected; absent where there is nothing to cut. */
  readonly onExportSelected?: (() => void) | undefined;
}

/** Region **Region details**: everything about what is chosen. As high as its content; what it stands in scrolls. */
export function RegionDetails(props: RegionDetailsProps) {
  const { inspection, matches, image, lint, actions, way = null, onExportSelected } = props;
  const content = useDetailsContent(inspection);
  const runner = useFeedback(useView((view) => view.selection));
  const section = useRef<HTMLElement>(null);
  const listed = useMemo(() => listingOrder(inspection, matches), [inspection, matches]);

  const clear = () => {
    useView.getState().select(NOTHING_SELECTED);
    // The button that was pressed goes away.
    if (section.current) placeFocus(section.current);
  };

  return (
    <section ref={section} tabIndex={-1} aria-label="Region details" className={css.details}>
      {content.shows === 'several' && (
        <SeveralSelected
          selection={content.selection}
          regionCount={inspection.regions.count}
          framed={!isIdentity(inspection.frame)}
          runner={runner}
          onClear={clear}
          onExportSelected={onExportSelected}
          {...actions}
        />
      )}
      {content.shows === 'nothing' && (
        <p className={cx(css.hint, css.empty)}>
          {inspection.itemCount === 0
            ? 'What you choose is shown here: its crop, text and coordinates.'
            : inspection.regions.count === 0
              ? 'Choose a text in the list.'
              : 'Choose a region in the list or on the image.'}
        </p>
      )}
      {content.shows === 'one' && (
        <OneRegion
          inspection={inspection}
          listed={listed}
          item={content.item}
          image={image}
          lint={lint}
          way={way}
          actions={actions}
          runner={runner}
        />
      )}
    </section>
  );
}
