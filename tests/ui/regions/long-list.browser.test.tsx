import { useMemo } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { allItems } from '../../../src/core/inspection/listed.ts';
import { isSelected, selectOnly } from '../../../src/core/inspection/selection.ts';
import { RegionPanel } from '../../../src/ui/regions/region-panel.tsx';
import { RegionDetails } from '../../../src/ui/regions/region-details.tsx';
import { useView } from '../../../src/state/view-store.ts';
import { aMillionRegions, MILLION } from '../support/a-million.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';

const list = page.getByRole('listbox', { name: 'Regions' });
const options = page.getByRole('option');
const option = (number: number) => page.getByRole('option', { name: `Region ${number} line ${number}`, exact: true });

beforeEach(() => useView.getState().reset());

describe('a million rows', () => {
  it('are a few in the page, and each knows its place among all', async () => {
    await shown();
    await expect.element(option(1)).toHaveAttribute('aria-setsize', '1000000');
    expect(options.elements().length).toBeLessThan(40);
    expect(list.element().scrollHeight).toBeLessThan(17_000_000);
  });

  it('end with the last at the lower edge and begin with the first at the upper', async () => {
    await shown();
    await userEvent.click(option(1));
    await userEvent.keyboard('{End}');
    await expect.element(option(MILLION)).toHaveAttribute('aria-posinset', '1000000');
    await expect.element(option(MILLION)).toBeInViewport({ ratio: 0.98 });
    expect(edge(MILLION).bottom).toBeCloseTo(edge().bottom, 0);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(useView.getState().selection.active).toBe(MILLION - 3);
    await userEvent.keyboard('{Home}');
    await expect.element(option(1)).toBeInViewport({ ratio: 0.98 });
    expect(edge(1).top).toBeCloseTo(edge().top, 0);
    expect(options.elements().length).toBeLessThan(60);
  });

  it('are all reached by the thumb: its middle is their middle, its end their end', async () => {
    await shown();
    const { scrollHeight, clientHeight } = list.element();
    await scrolledTo((scrollHeight - clientHeight) / 2);
    expect(positionsInSight()).toContain(MILLION / 2);
    await scrolledTo(scrollHeight);
    expect(positionsInSight().at(-1)).toBe(MILLION);
    await scrolledTo(0);
    expect(positionsInSight()[0]).toBe(1);
  });

  it('move by the pixels of the wheel, in the middle as anywhere, and stand still when it rests', async () => {
    await shown();
    useView.getState().select(selectOnly(600_000));
    await expect.element(option(600_001)).toBeInViewport();
    const before = edge(600_001).top;
    await userEvent.wheel(list, { delta: { y: 88 } });
    await expect.poll(() => before - edge(600_001).top).toBe(88);
    // At rest the thumb is put where it belongs: the rows do not move with it.
    await frames(20);
    expect(before - edge(600_001).top).toBe(88);
    await userEvent.wheel(list, { delta: { y: -176 } });
    await expect.poll(() => before - edge(600_001).top).toBe(-88);
  });

  it('lie one under the other without a gap, wherever the list is', async () => {
    await shown();
    for (const share of [0.01, 0.3, 0.77, 0.999]) {
      await scrolledTo(list.element().scrollHeight * share);
      const tops = rowsInSight().map((row) => row.getBoundingClientRect().top);
      expect(tops.slice(1).map((top, at) => Math.round(top - (tops[at] ?? 0)))).toEqual(tops.slice(1).map(() => 44));
      expect(Math.min(...tops)).toBeLessThanOrEqual(edge().top);
      expect(Math.max(...tops) + 44).toBeGreaterThanOrEqual(edge().bottom);
    }
  });

  it('keep the active one in the page however far the list is scrolled from it', async () => {
    await shown();
    useView.getState().select(selectOnly(900_000));
    await expect.element(option(900_001)).toBeInViewport();
    const { scrollHeight } = list.element();
    await scrolledTo(0);
    expect(document.getElementById(list.element().getAttribute('aria-activedescendant') ?? '')).toHaveAccessibleName(
      'Region 900001 line 900001',
    );
    expect(list.element().scrollHeight).toBe(scrollHeight);
  });

  it('are all selected by Ctrl+A, and a Shift range takes what is between', async () => {
    await shown();
    await userEvent.click(option(3));
    await userEvent.keyboard('{Shift>}{End}{/Shift}');
    const range = useView.getState().selection;
    expect(range.count).toBe(MILLION - 2);
    expect([isSelected(range, 1), isSelected(range, 2), isSelected(range, MILLION - 1)]).toEqual([false, true, true]);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(useView.getState().selection.count).toBe(MILLION);
    await expect.element(page.getByRole('heading', { name: '1,000,000 regions selected' })).toBeVisible();
  });
});

it('fewer matches and more of them leave the list where it is', async () => {
  await shown();
  await scrolledTo(4_000_000);
  const before = positionsInSight()[0];
  await show(MILLION - 100);
  expect(positionsInSight()[0]).toBe(before);
  await show(1_000);
  expect(positionsInSight().at(-1)).toBe(1_000);
});

async function shown() {
  const inspection = aMillionRegions();
  const nothing = vi.fn<() => void>();
  const calls = { onShow: nothing, onZoom: nothing, onCopyAllTexts: nothing, onCopyAllRectangles: nothing };
  const deeds = {
    onSaveCrop: nothing,
    onCopyCrop: nothing,
    onCopyText: nothing,
    onCopyCoordinates: nothing,
    onCopyRects: nothing,
    onCopyOnImage: nothing,
  };
  function Panel() {
    // As if the first so many were what is searched for.
    const count = Number(useView((view) => view.search) || MILLION);
    const matches = useMemo(() => allItems(MILLION).subarray(0, count), [count]);
    return (
      <>
        <div style={{ width: 320, height: 400, display: 'grid' }}>
          <RegionPanel inspection={inspection} matches={matches} {...calls} actions={calls} />
        </div>
        <RegionDetails
          inspection={inspection}
          matches={matches}
          image={null}
          actions={{ ...deeds, onShiftTexts: nothing, onResetPairing: nothing }}
        />
      </>
    );
  }
  await shownStrictly(<Panel />);
}

async function show(count: number) {
  useView.getState().setSearch(String(count));
  await expect.poll(() => options.first().element().getAttribute('aria-setsize')).toBe(String(count));
  await frames(3);
}

async function scrolledTo(scrollTop: number) {
  list.element().scrollTop = scrollTop;
  await frames(3);
}

function edge(number?: number): DOMRect {
  return (number === undefined ? list : option(number)).element().getBoundingClientRect();
}

function rowsInSight(): Element[] {
  const { top, bottom } = edge();
  return options.elements().filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > top + 1 && box.top < bottom - 1;
  });
}

function positionsInSight(): number[] {
  return rowsInSight().map((row) => Number(row.getAttribute('aria-posinset')));
}

async function frames(count: number) {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
}
