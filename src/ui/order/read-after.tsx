import { useId, useState } from 'react';
import { moveAfter, moveTo } from '../../core/order/hand.ts';
import { placeOf } from '../../core/order/place-of.ts';
import { type HandOrder, useOrders } from '../../state/reading-order.ts';
import { Button } from '../kit/button.tsx';
import { Input } from '../kit/field.tsx';
import css from './order.module.css';

export interface ReadAfterProps {
  /** Key of the inspection. */
  readonly of: string;
  readonly hand: HandOrder;
  /** The region that is moved. */
  readonly row: number;
}

/** **Read after region** N: takes the chosen region, with what stands in it, to another place in the order. */
export function ReadAfter({ of, hand, row }: ReadAfterProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { order, regions } = hand;

  const go = () => {
    const number = Number(typed);
    const isRegion = Number.isInteger(number) && number >= 0 && placeOf(order, number - 1) < order.length;
    if (typed.trim() === '' || (number !== 0 && !isRegion)) {
      setError('No region that is drawn has this number. 0 reads it first.');
      return;
    }
    const step =
      number === 0 ? moveTo(order, regions.parent, row, 0) : moveAfter(order, regions.parent, row, number - 1);
    const isThere = placeOf(order, row) === (number === 0 ? 0 : placeOf(order, number - 1) + 1);
    setError(step || isThere ? null : 'It cannot be read after itself or after what stands in it.');
    if (!step) return;
    useOrders.getState().move(of, step);
    setTyped('');
  };

  return (
    <>
      <span className={css.after}>
        <label htmlFor={id}>Read after region</label>
        <Input
          id={id}
          className={css.number}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : `${id}-error`}
          onChange={({ target: { value } }) => setTyped(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go();
          }}
        />
        <Button size="small" onClick={go}>
          Move
        </Button>
      </span>
      {error !== null && (
        <span id={`${id}-error`} className={css.error}>
          {error}
        </span>
      )}
    </>
  );
}
