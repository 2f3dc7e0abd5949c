import { Redo2, RotateCcw, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { type Inspection, isDrawable } from '../../core/inspection/inspection.ts';
import { drawnBefore, drawnOf } from '../../core/order/drawn.ts';
import { placeOf } from '../../core/order/place-of.ts';
import { currentInspection, useInspections } from '../../state/inspections.ts';
import { numberNext } from '../../state/number-next.ts';
import { type HandOrder as Hand, handOf, useOrders } from '../../state/reading-order.ts';
import { useView } from '../../state/view-store.ts';
import { Button } from '../kit/button.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import css from './order.module.css';
import { ReadAfter } from './read-after.tsx';

export interface HandOrderProps {
  readonly inspection: Inspection;
  /** It goes away under the focus, which belongs somewhere else now. */
  readonly onGone: () => void;
}

/** Group **Order by hand**, over the picture: to say what is read when. Absent while the order is another. */
export function HandOrder({ inspection, onGone }: HandOrderProps) {
  const key = useInspections((state) => currentInspection(state).key);
  const choice = useOrders((state) => state.choices[key]);
  const hand = handOf(choice, inspection.regions);
  if (!hand) return null;
  return <Strip key={key} of={key} hand={hand} inspection={inspection} onGone={onGone} />;
}

function Strip({ of, hand, inspection, onGone }: HandOrderProps & { readonly of: string; readonly hand: Hand }) {
  const strip = useRef<HTMLFieldSetElement>(null);
  const active = useView((view) => view.selection.active);
  const numbering = useOrders((state) => state.numbering);
  const undo = useOrders((state) => state.undo);
  const redo = useOrders((state) => state.redo);
  const reset = useOrders((state) => state.reset);
  const setNumbering = useOrders((state) => state.setNumbering);
  // Numbers are those on the path, which counts what is drawn.
  const drawn = useMemo(() => drawnOf(hand.order, inspection), [hand.order, inspection]);
  const next = useMemo(
    () => (numbering === null ? null : drawnBefore(hand.order, inspection, numbering)),
    [hand.order, inspection, numbering],
  );
  const row = active !== null && isDrawable(inspection, active) ? active : null;

  const steps = [
    { label: 'Undo order', Icon: Undo2, idle: hand.done.length === 0, run: undo },
    { label: 'Redo order', Icon: Redo2, idle: hand.undone.length === 0, run: redo },
    { label: 'Reset order', Icon: RotateCcw, idle: hand.done.length === 0, run: reset },
  ];
  const keys = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || target instanceof HTMLInputElement) return;
    const pressed = event.key.toLowerCase();
    if (pressed !== 'z' && pressed !== 'y') return;
    event.preventDefault();
    if (pressed === 'y' || event.shiftKey) redo(of);
    else undo(of);
  };
  const leave = () => {
    const { chooseOrder, choices } = useOrders.getState();
    chooseOrder(of, choices[of]?.by ?? 'received');
    onGone();
  };

  return (
    // Ctrl+Z is heard from the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset ref={strip} aria-label="Order by hand" className={css.strip} onKeyDown={keys}>
      <output className={css.words}>{wordsOf(drawn, row, next)}</output>
      {row !== null && <ReadAfter key={row} of={of} hand={hand} row={row} />}
      <Button size="small" pressed={numbering !== null} onClick={() => setNumbering(numbering === null ? 0 : null)}>
        Number by clicking
      </Button>
      {numbering !== null && row !== null && (
        <Button size="small" onClick={() => numberNext(inspection.regions, row)}>
          Number region {row + 1} next
        </Button>
      )}
      <span className={css.steps}>
        {steps.map(({ label, Icon, idle, run }) => (
          <IconButton
            key={label}
            label={label}
            icon={<Icon />}
            size="small"
            aria-disabled={idle || undefined}
            onClick={() => {
              if (!idle) run(of);
            }}
          />
        ))}
      </span>
      <IconButton label="Leave order by hand" icon={<X />} size="small" className={css.leave} onClick={leave} />
    </fieldset>
  );
}

function wordsOf(drawn: Uint32Array, row: number | null, next: number | null): string {
  if (next !== null) {
    return next < drawn.length
      ? `Click the region that is read as number ${next + 1}.`
      : 'Every region has its number.';
  }
  if (row === null) return 'Choose a region to move it in the order.';
  const place = placeOf(drawn, row);
  if (place === drawn.length) return `Region ${row + 1} is of a level that is not shown.`;
  return `Region ${row + 1} is read as number ${place + 1} of ${drawn.length.toLocaleString('en')}.`;
}
