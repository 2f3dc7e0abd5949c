import { ArrowDownToLine, ArrowUpToLine, ListOrdered, RotateCcw } from 'lucide-react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import type { PairingChoice } from '../../core/inspection/pairing.ts';
import { Button } from '../kit/button.tsx';
import css from './region-details.module.css';

export interface PairingControlsProps {
  readonly inspection: Inspection;
  /** The region from which the texts are moved. */
  readonly row: number;
  readonly onShiftTexts: (row: number, by: 1 | -1) => void;
  readonly onResetPairing: () => void;
  /** Absent: the order of the request is not offered. */
  readonly onPairBy?: (by: PairingChoice['by']) => void;
}

/** The service sends no link between a text and its region, so the person can move the texts by one. */
export function PairingControls({ inspection, row, onShiftTexts, onResetPairing, onPairBy }: PairingControlsProps) {
  const { choice, textOfRow } = inspection.pairing;
  const text = textOfRow[row] ?? -1;
  return (
    <div className={css.pairing}>
      <p className={css.hint}>
        {text < 0 ? 'No text is paired with it' : `Text ${text + 1} of ${inspection.texts.length} is paired with it`}
        {choice.by === 'order' ? ", by the request's order" : ', by position'}
        {shiftWords(choice.shifts.length)}.
      </p>
      <div className={css.buttons}>
        <Button size="small" icon={<ArrowDownToLine />} onClick={() => onShiftTexts(row, 1)}>
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
          <Button size="small" icon={<RotateCcw />} onClick={onResetPairing}>
            Reset pairing
          </Button>
        )}
      </div>
    </div>
  );
}

function shiftWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ', moved once' : `, moved ${count} times`;
}
