import { currentInspection, useInspections } from '../../state/inspections.ts';
import { useOrders } from '../../state/reading-order.ts';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import css from './order.module.css';

export interface OrderWorkProps {
  /** Rows that are put in order. */
  readonly count: number;
  /** It goes away under the focus, which belongs somewhere else now. */
  readonly onGone: () => void;
}

/** Over the picture, while an order is worked out that takes its time: what is done, and button **Stop ordering**. */
export function OrderWork({ count, onGone }: OrderWorkProps) {
  const key = useInspections((state) => currentInspection(state).key);
  const working = useOrders((state) => state.working);
  const stop = () => {
    // What is no longer wanted is no longer worked out.
    useOrders.getState().chooseOrder(key, 'received');
    onGone();
  };
  return (
    <div className={cx(working && css.strip, working && css.work)}>
      {/* There before it says something, or nobody would be told. */}
      <output aria-label="Reading order">
        {working && `Finding the columns of ${count.toLocaleString('en')} regions…`}
      </output>
      {working && (
        <Button size="small" onClick={stop}>
          Stop ordering
        </Button>
      )}
    </div>
  );
}
