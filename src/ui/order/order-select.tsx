import type { Inspection } from '../../core/inspection/inspection.ts';
import { READING_ORDERS, type ReadingOrder } from '../../core/order/choice.ts';
import { orderOf } from '../../core/order/reading-order.ts';
import { currentInspection, useInspections } from '../../state/inspections.ts';
import { handOf, useOrders } from '../../state/reading-order.ts';
import { useView } from '../../state/view-store.ts';
import { Select } from '../kit/field.tsx';
import css from './order.module.css';

const WORDS: Readonly<Record<ReadingOrder, string>> = {
  received: 'As received',
  columns: 'By columns',
  'columns from the right': 'By columns, right to left',
};
const BY_HAND = 'by hand';

export interface OrderSelectProps {
  readonly inspection: Inspection;
  /** What is in force; null: as received. The hand starts from it. */
  readonly way: Uint32Array | null;
}

/** Select **Reading order**. To choose one is to see it: the path is switched on with it. */
export function OrderSelect({ inspection, way }: OrderSelectProps) {
  const key = useInspections((state) => currentInspection(state).key);
  const choice = useOrders((state) => state.choices[key]);
  const hand = handOf(choice, inspection.regions);

  const choose = (value: string) => {
    const { chooseOrder, orderByHand } = useOrders.getState();
    if (value === BY_HAND) orderByHand(key, inspection.regions, way ?? orderOf(inspection, 'received'));
    else chooseOrder(key, READING_ORDERS.find((one) => one === value) ?? 'received');
    const { order, toggle } = useView.getState();
    if (!order) toggle('order');
  };

  return (
    <Select
      className={css.select}
      aria-label="Reading order"
      value={hand ? BY_HAND : (choice?.by ?? 'received')}
      onChange={({ target: { value } }) => choose(value)}
    >
      {READING_ORDERS.map((one) => (
        <option key={one} value={one}>
          {WORDS[one]}
        </option>
      ))}
      <option value={BY_HAND}>By hand</option>
    </Select>
  );
}
