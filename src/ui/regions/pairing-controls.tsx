import { ArrowDownToLine, ArrowUpToLine, ListOrdered, RotateCcw } from 'lucide-react';
import { useRef } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import type { PairingChoice } from '../../core/inspection/pairing.ts';
import type { PairingOffer } from '../../core/inspection/pairing-steps.ts';
import { Button } from '../kit/button.tsx';
import { placeFocus } from '../kit/place-focus.ts';
import { OfferedPairing } from './pairing-offer.tsx';
import css from './region-details.module.css';

export interface PairingControlsProps {
  readonly inspection: Inspection;
  /** The region from which the texts are moved. */
  readonly row: number;
  /** Where the texts seem to have moved, if they do. */
  readonly offer?: PairingOffer | null | undefined;
  readonly onShiftTexts: (row: number, by: 1 | -1, times?: number) => void;
  readonly onResetPairing: () => void;
  /** Absent: the order of the request is not offered. */
  readonly onPairBy?: (by: PairingChoice['by']) => void;
}

/** The service sends no link between a text and its region, so the person can move the texts by one. */
export function PairingControls(props: PairingControlsProps) {
  const { inspection, row, offer, onShiftTexts, onResetPairing, onPairBy } = props;
  const { choice, textOfRow } = inspection.pairing;
  const text = textOfRow[row] ?? -1;
  const down = useRef<HTMLButtonElement>(null);
  // The button that was pressed goes away.
  const stay = () => {
    if (down.current) placeFocus(down.current);
  };
  const reset = () => {
    onResetPairing();
    stay();
  };
  return (
    <div className={css.pairing}>
      {offer && <OfferedPairing inspection={inspection} offer={offer} onShiftTexts={onShiftTexts} onGone={stay} />}
      <p className={css.hint}>
        {text >= 0 && `Text ${text + 1} of ${inspection.texts.length} belongs to it. `}
        {pairedWords(choice)}
      </p>
      <div className={css.buttons}>
        <Button ref={down} size="small" icon={<ArrowDownToLine />} onClick={() => onShiftTexts(row, 1)}>
          Move texts down from here
        </Button>
        <Button size="small" icon={<ArrowUpToLine />} onClick={() => onShiftTexts(row, -1)}>
          Move texts up from here
        </Button>
        {inspection.order !== null && onPairBy && (
          <Button
            size="small"
            icon={<ListOrdered />}
            pressed={choice.by === 'order'}
            onClick={() => onPairBy(choice.by === 'order' ? 'position' : 'order')}
          >
            Pair by the request's order
          </Button>
        )}
        {choice.shifts.length > 0 && (
          <Button size="small" icon={<RotateCcw />} onClick={reset}>
            Reset pairing
          </Button>
        )}
      </div>
    </div>
  );
}

function pairedWords({ by, shifts }: PairingChoice): string {
  const paired = `Texts are paired by ${by === 'order' ? "the request's order" : 'position'}`;
  return shifts.length === 0 ? `${paired}.` : `${paired} and were moved ${movedWords(shifts)}.`;
}

/** Moves one after the other at the same region are one, by so many places: that is how they are offered. */
function movedWords(shifts: PairingChoice['shifts']): string {
  const moves = shifts.filter(({ row, by }, at) => shifts[at - 1]?.row !== row || shifts[at - 1]?.by !== by).length;
  if (moves > 1) return `${moves} times`;
  return shifts.length === 1 ? 'once' : `by ${shifts.length}`;
}
