import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/theme.css';
import { RegionCanvas } from '../../src/canvas/region-canvas.tsx';
import { backOut, undoOrder } from '../../src/app/page-words.ts';
import { PARTS } from '../../src/app/parts.ts';
import { useReadingOrder } from '../../src/app/use-reading-order.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { selectOnly } from '../../src/core/inspection/selection.ts';
import { useOrders } from '../../src/state/reading-order.ts';
import { useView } from '../../src/state/view-store.ts';
import { HandOrder } from '../../src/ui/order/hand-order.tsx';
import { OrderSelect } from '../../src/ui/order/order-select.tsx';
import { dispose } from '../../src/workers/run.ts';
import { placeOf } from '../canvas/a-canvas.tsx';
import { hand } from '../canvas/hand.ts';
import { aGrid, anInspection, type Box } from '../core/geometry/an-inspection.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';
import { freshPage, toldAt } from './page-state.ts';

/** Two columns of three lines that do not stand level, received across. */
const ACROSS: readonly Box[] = [
  [0, 0, 200, 30],
  [250, 10, 450, 40],
  [0, 50, 200, 80],
  [250, 60, 450, 90],
];
const select = page.getByRole('combobox', { name: 'Reading order' });
const strip = page.getByRole('group', { name: 'Order by hand' });
const told = page.getByRole('status', { name: 'Order' });
const press = (name: string) => userEvent.click(strip.getByRole('button', { name, exact: true }));

beforeEach(async () => {
  await page.viewport(700, 700);
  freshPage();
  await PARTS.fullView.load();
});

it('by columns, and back; to choose an order shows its path', async () => {
  await shown(ACROSS);
  await expect.element(told).toHaveTextContent('as received');
  await userEvent.selectOptions(select, 'By columns');
  await expect.element(told).toHaveTextContent('1 3 2 4');
  expect(useView.getState().order).toBe(true);
  await userEvent.selectOptions(select, 'By columns, right to left');
  await expect.element(told).toHaveTextContent('2 4 1 3');
  await userEvent.selectOptions(select, 'As received');
  await expect.element(told).toHaveTextContent('as received');
});

it('thousands of regions are put in order in a worker', async () => {
  await shown(aGrid(80, 80));
  await userEvent.selectOptions(select, 'By columns');
  await expect.element(told).toHaveTextContent(/^1 2 3 /);
  expect(useOrders.getState().working).toBe(false);
});

it('by hand it starts from what was in force; a region is read after another, by keyboard alone', async () => {
  await shown(ACROSS);
  await userEvent.selectOptions(select, 'By columns');
  await userEvent.selectOptions(select, 'By hand');
  await expect.element(told).toHaveTextContent('1 3 2 4');
  await expect.element(strip).toHaveTextContent('Choose a region to move it in the order.');
  useView.getState().select(selectOnly(3));
  await expect.element(strip).toHaveTextContent('Region 4 is read as number 4 of 4.');
  const field = page.getByRole('textbox', { name: 'Read after region' });
  await userEvent.fill(field, '1');
  await userEvent.keyboard('{Enter}');
  await expect.element(told).toHaveTextContent('1 4 3 2');
  await expect.element(field).toHaveFocus();
  await userEvent.fill(field, '0');
  await userEvent.keyboard('{Enter}');
  await expect.element(told).toHaveTextContent('4 1 3 2');
  await press('Undo order');
  await expect.element(told).toHaveTextContent('1 4 3 2');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(told).toHaveTextContent('1 3 2 4');
  await press('Redo order');
  await expect.element(told).toHaveTextContent('1 4 3 2');
  await press('Reset order');
  await expect.element(told).toHaveTextContent('1 3 2 4');
});

it('says what is wrong with a number, and moves nothing', async () => {
  await shown(ACROSS);
  await userEvent.selectOptions(select, 'By hand');
  useView.getState().select(selectOnly(1));
  const field = page.getByRole('textbox', { name: 'Read after region' });
  for (const [typed, words] of [
    ['9', 'No region that is drawn has this number.'],
    ['', 'No region that is drawn has this number.'],
    ['2', 'It cannot be read after itself'],
  ] as const) {
    await userEvent.fill(field, typed);
    await press('Move');
    await expect.element(field).toHaveAccessibleDescription(new RegExp(`^${words}`));
  }
  // Where it is already.
  await userEvent.fill(field, '1');
  await press('Move');
  await expect.element(field).toHaveAccessibleDescription('');
  await expect.element(told).toHaveTextContent('1 2 3 4');
});

it('clicks on the image number the regions, until Esc', async () => {
  const inspection = anInspection(ACROSS);
  const canvas = await shown(inspection);
  await userEvent.selectOptions(select, 'By hand');
  await press('Number by clicking');
  await expect.element(strip).toHaveTextContent('Click the region that is read as number 1.');
  const click = (x: number, y: number) => hand(canvas).click(placeOf(canvas, x, y));
  click(350, 75);
  click(100, 65);
  await expect.element(told).toHaveTextContent('4 3 1 2');
  await expect.element(strip).toHaveTextContent('Click the region that is read as number 3.');
  await press('Undo order');
  await expect.element(strip).toHaveTextContent('Click the region that is read as number 2.');
  useView.getState().select(selectOnly(1));
  await press('Number region 2 next');
  await expect.element(told).toHaveTextContent('4 2 1 3');
  expect(backOut()).toBe(true);
  click(100, 15);
  await expect.element(told).toHaveTextContent('4 2 1 3');
  await expect.element(strip).toHaveTextContent('Region 1 is read as number 3 of 4.');
  expect(undoOrder(inspection.regions)).toBe(true);
  await expect.element(told).toHaveTextContent('4 1 2 3');
  await press('Leave order by hand');
  await expect.element(strip).not.toBeInTheDocument();
  await expect.element(told).toHaveTextContent('as received');
  expect(undoOrder(inspection.regions)).toBe(false);
});

it('another answer ends the order by hand: nothing of it is left to take back or to number', async () => {
  const { rerender } = await shownStrictly(<Page inspection={anInspection(ACROSS)} />);
  await userEvent.selectOptions(select, 'By hand');
  useView.getState().select(selectOnly(3));
  await userEvent.fill(page.getByRole('textbox', { name: 'Read after region' }), '1');
  await userEvent.keyboard('{Enter}');
  await expect.element(told).toHaveTextContent('1 4 2 3');
  await press('Number by clicking');
  const next = anInspection(ACROSS.slice(0, 2));
  await rerender(<Page inspection={next} />);
  await expect.element(strip).not.toBeInTheDocument();
  await expect.element(told).toHaveTextContent('as received');
  expect(undoOrder(next.regions)).toBe(false);
  expect(useOrders.getState().numbering).toBeNull();
  expect(useOrders.getState().choices['own']?.hand).toBeNull();
});

it('an order that cannot be worked out is said, and the choice is as received again', async () => {
  const heard = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', heard);
  vi.stubGlobal('Worker', NoWorker);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  dispose();
  await shown(aGrid(80, 80));
  await userEvent.selectOptions(select, 'By columns');
  await expect.poll(() => toldAt('order')).toEqual(['could not be worked out, so the regions are read as received']);
  await expect.element(select).toHaveValue('received');
  await expect.element(told).toHaveTextContent('as received');
  expect(useOrders.getState().working).toBe(false);
  expect(heard).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
  await userEvent.selectOptions(select, 'By columns');
  await expect.element(told).toHaveTextContent(/^1 2 3 /);
  expect(toldAt('order')).toEqual([]);
});

it('search and filter leave the order as it is', async () => {
  await shown(ACROSS);
  await userEvent.selectOptions(select, 'By columns');
  await expect.element(told).toHaveTextContent('1 3 2 4');
  useView.getState().setSearch('nothing');
  useView.getState().setFilter(['sliver']);
  await expect.element(told).toHaveTextContent('1 3 2 4');
});

function Page({ inspection }: { readonly inspection: Inspection }) {
  const way = useReadingOrder(inspection);
  return (
    <>
      <OrderSelect inspection={inspection} way={way} />
      <output aria-label="Order">
        {way ? Array.from(way.subarray(0, 9), (row) => row + 1).join(' ') : 'as received'}
      </output>
      <div style={{ position: 'relative', width: 640, height: 420 }}>
        <RegionCanvas inspection={inspection} image={null} matches={null} theme="light" way={way} />
      </div>
      <div style={{ position: 'relative', width: 640, height: 120 }}>
        <HandOrder inspection={inspection} onGone={() => undefined} />
      </div>
    </>
  );
}

/** One whose script does not come. */
class NoWorker extends EventTarget {
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })));
  }

  readonly postMessage = () => undefined;
  readonly terminate = () => undefined;
}

async function shown(of: readonly Box[] | Inspection): Promise<Element> {
  await shownStrictly(<Page inspection={'regions' in of ? of : anInspection(of)} />);
  const canvas = page.getByRole('group', { name: 'Image with regions' });
  await expect.element(canvas).toBeVisible();
  return canvas.element();
}
