import { ArrowDownToLine, ArrowUpToLine, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import type { PairingOffer } from '../../core/inspection/pairing-steps.ts';
import { pairingDesk } from '../../state/pairing-desk.ts';
import { Button } from '../kit/button.tsx';
import { placeFocus } from '../kit/place-focus.ts';
import css from './region-details.module.css';

export interface OfferedPairingProps {
  readonly inspection: Inspection;
  readonly offer: PairingOffer;
  readonly onShiftTexts: (row: number, by: 1 | -1, times?: number) => void;
  /** The button that was pressed goes away. */
  readonly onGone: () => void;
}

/** Where the way from the note over the list ends. */
const OFFER = 'pairing-offer';
const NUMBERS = ['one', 'two', 'three'];

/** Says from where on the texts fit the boxes better when they are moved, and moves them when asked to. */
export function OfferedPairing({ inspection, offer, onShiftTexts, onGone }: OfferedPairingProps) {
  const { pairing } = inspection;
  const { watch, isDismissed, dismiss } = pairingDesk(inspection);
  if (useSyncExternalStore(watch, isDismissed)) return null;
  const { row, by, times } = offer;
  const number = row + 1;
  const places = NUMBERS[times - 1] ?? String(times);
  const accept = () => {
    onShiftTexts(row, by, times);
    onGone();
  };
  return (
    <div id={OFFER} className={css.offer}>
      <p className={css.hint}>
        From region {number} on{pairing.choice.by === 'order' && inspection.order ? ", in the request's order," : ''}{' '}
        the texts seem to be {places} {times === 1 ? 'place' : 'places'} {by === 1 ? 'early' : 'late'}: by their length
        they fit other boxes. {reasonWords(offer)}
      </p>
      <div className={css.buttons}>
        <Button size="small" icon={by === 1 ? <ArrowDownToLine /> : <ArrowUpToLine />} onClick={accept}>
          Shift texts from {number} on by {places}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<X />}
          onClick={() => {
            dismiss();
            onGone();
          }}
        >
          Dismiss
        </Button>
      </div>
    </div>
  );
}

/** Brings the offer into sight, once its region is chosen. */
export function focusOffer(): void {
  const offer = document.getElementById(OFFER);
  offer?.scrollIntoView({ block: 'nearest' });
  const accept = offer?.querySelector('button');
  if (accept) placeFocus(accept);
}

/** What makes it so in practice. */
function reasonWords({ by, times }: PairingOffer): string {
  if (by === 1) return times === 1 ? 'A text may be missing or merged there.' : 'Texts may be missing or merged there.';
  return times === 1 ? 'A text may be one too many there.' : 'Some texts may be too many there.';
}
