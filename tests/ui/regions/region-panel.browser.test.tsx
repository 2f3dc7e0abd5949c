import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { searchItems } from '../../../src/core/inspection/search.ts';
import { selectedItems, selectItems, selectOnly } from '../../../src/core/inspection/selection.ts';
import { pairingDesk } from '../../../src/state/pairing-desk.ts';
import { useView } from '../../../src/state/view-store.ts';
import { RegionPanel } from '../../../src/ui/regions/region-panel.tsx';
import { emptyInspection, type Four, inspectionOf, manyRegions } from '../support/inspections.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';

const list = page.getByRole('listbox', { name: 'Regions' });
const searchBox = page.getByRole('searchbox', { name: 'Search text' });
const option = (name: string) => page.getByRole('option', { name, exact: true });

beforeEach(() => useView.getState().reset());

describe('the options of the list', () => {
  it('are named by number and text, or say that there is no text', async () => {
    await shown(
      inspectionOf({
        rectangles: [[0, 0, 9, 9], [0, 9, 9, 18], [0, 18, 9, 27], null],
        texts: ['Chapter 1', null, 'a <b>bold</b>\u0000 \u202eone', 'kept', 'left over'],
      }),
    );
    await expect.element(option('Region 1 Chapter 1')).toBeVisible();
    await expect.element(option('Region 2 no text')).toBeVisible();
    await expect.element(option('Region 4 kept')).toBeVisible();
    await expect.element(option('Text 5 left over')).toBeVisible();
    // Shown as text: the markup is read, not obeyed.
    await expect.element(page.getByRole('option').nth(2)).toHaveTextContent('<b>bold</b>');
    expect(list.element().querySelector('b')).toBeNull();
  });

  it('say what is wrong with an entry that is no rectangle', async () => {
    await shown(inspectionOf({ rectangles: [[0, 0, 9, 9], null] }));
    await expect.element(option('Region 2 no text')).toHaveAccessibleDescription(/not a rectangle/);
  });

  it('are called by the beginning of a text that is megabytes long', async () => {
    await shown(inspectionOf({ rectangles: [[0, 0, 9, 9]], texts: [`so it begins${' and goes on'.repeat(100_000)}`] }));
    const name = page.getByRole('option').element().getAttribute('aria-label') ?? '';
    expect(name).toMatch(/^Region 1 so it begins and goes on.*…$/);
    expect(name.length).toBeLessThan(3_000);
  });

  it('know their place among all matches, though only some are in the page', async () => {
    await shown(manyRegions(5_000));
    await expect.element(option('Region 1 line 1')).toHaveAttribute('aria-setsize', '5000');
    expect(page.getByRole('option').elements().length).toBeLessThan(60);
  });
});

describe('the keyboard', () => {
  it('has one tab stop for the list, and the row is told by aria-activedescendant', async () => {
    await shown(manyRegions(30));
    await userEvent.click(searchBox);
    await userEvent.tab();
    await expect.element(list).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(activeOption()).toBe('Region 2 line 2');
    await userEvent.tab();
    expect(document.activeElement?.getAttribute('role')).not.toBe('option');
  });

  it('moves and chooses, extends with Shift, and takes all matches with Ctrl+A', async () => {
    const { onShow } = await shown(manyRegions(30));
    await userEvent.click(option('Region 3 line 3'));
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(chosenNumbers()).toEqual([4, 5, 6]);
    await expect.element(option('Region 5 line 5')).toHaveAttribute('aria-selected', 'true');
    await expect.element(option('Region 3 line 3')).toHaveAttribute('aria-selected', 'false');
    expect(onShow).toHaveBeenLastCalledWith(5);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(chosenNumbers()).toHaveLength(30);
    await userEvent.keyboard('{Escape}');
    expect(chosenNumbers()).toEqual([]);
  });

  it('goes to a region far down, which is then in sight', async () => {
    await shown(manyRegions(5_000));
    await userEvent.click(option('Region 1 line 1'));
    await userEvent.keyboard('{End}');
    await expect.element(option('Region 5000 line 5000')).toBeInViewport();
    expect(activeOption()).toBe('Region 5000 line 5000');
    await userEvent.keyboard('{Home}');
    await expect.element(option('Region 1 line 1')).toBeInViewport();
  });

  it('zooms with Enter, and its keys do not reach the page', async () => {
    const { onZoom } = await shown(manyRegions(3));
    const outside = vi.fn<() => void>();
    window.addEventListener('keydown', outside);
    await userEvent.click(option('Region 2 line 2'));
    await userEvent.keyboard('{Enter}');
    expect(onZoom).toHaveBeenCalledExactlyOnceWith(1);
    expect(outside).not.toHaveBeenCalled();
    await userEvent.keyboard('l');
    expect(outside).toHaveBeenCalledOnce();
    window.removeEventListener('keydown', outside);
  });
});

describe('Ctrl+A', () => {
  it('leaves the list where it is scrolled to', async () => {
    await shown(manyRegions(200));
    await userEvent.click(option('Region 2 line 2'));
    list.element().scrollTop = 3_000;
    await expect.element(option('Region 71 line 71')).toBeInViewport();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(chosenNumbers()).toHaveLength(200);
    await twoFrames();
    expect(list.element().scrollTop).toBe(3_000);
  });

  it('does so from elsewhere too, when the active row stays the same', async () => {
    await shown(manyRegions(200));
    await userEvent.click(option('Region 2 line 2'));
    list.element().scrollTop = 3_000;
    await expect.element(option('Region 71 line 71')).toBeInViewport();
    useView.getState().select(selectItems([1, 150], 1));
    await twoFrames();
    expect(list.element().scrollTop).toBe(3_000);
  });
});

describe('one merged text', () => {
  const merged = inspectionOf({
    rectangles: [
      [0, 0, 9, 9],
      [0, 9, 9, 18],
      [0, 18, 9, 27],
    ],
    texts: ['All of the page.'],
  });

  it('is the first option, and the regions follow in their order', async () => {
    await shown(merged);
    const first = option('Whole text All of the page.');
    await expect.element(first).toHaveAttribute('aria-posinset', '1');
    await expect.element(option('Region 1 no text')).toHaveAttribute('aria-posinset', '2');
    await expect.element(option('Region 3 no text')).toHaveAttribute('aria-setsize', '4');
    await expect.element(page.getByRole('status', { name: 'Matches' })).toHaveTextContent('3 of 3 regions');
  });

  it('is where Home leads, and a Shift range from it goes on with region 1', async () => {
    await shown(merged);
    await userEvent.click(option('Region 3 no text'));
    await userEvent.keyboard('{Home}');
    expect(activeOption()).toBe('Whole text All of the page.');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(chosenNumbers()).toEqual([1, 2, 4]);
    await userEvent.keyboard('{End}');
    expect(activeOption()).toBe('Region 3 no text');
  });
});

describe('the pointer', () => {
  it('takes single regions with Ctrl and a range with Shift', async () => {
    await shown(manyRegions(10));
    await userEvent.click(option('Region 2 line 2'));
    await userEvent.click(option('Region 5 line 5'), { modifiers: ['Control'] });
    expect(chosenNumbers()).toEqual([2, 5]);
    await userEvent.click(option('Region 7 line 7'), { modifiers: ['Shift'] });
    expect(chosenNumbers()).toEqual([5, 6, 7]);
  });

  it('tells the canvas what it is over, and forgets it on leaving', async () => {
    await shown(manyRegions(10));
    await userEvent.hover(option('Region 4 line 4'));
    expect(useView.getState().hover).toBe(3);
    await userEvent.hover(searchBox);
    expect(useView.getState().hover).toBeNull();
  });
});

describe('a region chosen elsewhere', () => {
  it('is scrolled to', async () => {
    await shown(manyRegions(5_000));
    await expect.element(option('Region 1 line 1')).toBeVisible();
    useView.getState().select(selectOnly(2_499));
    await expect.element(option('Region 2500 line 2500')).toBeInViewport();
  });

  it('stays in the page while the list is scrolled away from it, so that it can be told', async () => {
    await shown(manyRegions(5_000));
    useView.getState().select(selectOnly(2_499));
    await expect.element(option('Region 2500 line 2500')).toBeInViewport();
    list.element().scrollTop = 0;
    await expect.element(option('Region 1 line 1')).toBeInViewport();
    expect(activeOption()).toBe('Region 2500 line 2500');
  });
});

describe('the search', () => {
  it('leaves the matches, counts them and marks them', async () => {
    await shown(manyRegions(37));
    const status = page.getByRole('status', { name: 'Matches' });
    await expect.element(status).toHaveTextContent('37 of 37 regions');
    await userEvent.fill(searchBox, 'LINE 3');
    await expect.element(status).toHaveTextContent('9 of 37 regions');
    await expect.element(option('Region 30 line 30')).toHaveAttribute('aria-posinset', '2');
    await expect.element(option('Region 30 line 30')).toHaveAttribute('aria-setsize', '9');
    expect(list.element().querySelector('mark')?.textContent).toBe('line 3');
  });

  it('hands the focus to the list with Down, and steps through the matches with Enter', async () => {
    await shown(manyRegions(37));
    await userEvent.fill(searchBox, 'line 3');
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(searchBox).toHaveFocus();
    expect(chosenNumbers()).toEqual([30]);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(list).toHaveFocus();
    expect(chosenNumbers()).toEqual([30]);
  });

  it('says when nothing matches, and one press shows all again', async () => {
    await shown(manyRegions(3));
    await userEvent.fill(searchBox, '<i>whale</i>');
    await expect.element(page.getByText('No match for “<i>whale</i>”')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Show all' }));
    await expect.element(option('Region 3 line 3')).toBeVisible();
    await expect.element(searchBox).toHaveValue('');
    await expect.element(searchBox).toHaveFocus();
  });
});

it('says that nothing came yet', async () => {
  await shown(emptyInspection());
  await expect.element(page.getByText('No regions yet')).toBeVisible();
  await expect.element(page.getByRole('status', { name: 'Matches' })).toHaveTextContent('');
});

describe('texts that slipped', () => {
  it('are told over the list without anything being chosen, with the way to the region', async () => {
    const { onShow } = await shown(slipped());
    await expect
      .element(page.getByRole('status', { name: 'Pairing' }))
      .toHaveTextContent('Texts seem shifted from region 9');
    expect(useView.getState().selection.count).toBe(0);
    await userEvent.click(page.getByRole('button', { name: 'Show region 9' }));
    expect(chosenNumbers()).toEqual([9]);
    expect(onShow).toHaveBeenCalledExactlyOnceWith(8);
  });

  it('are not told once that was dismissed', async () => {
    const inspection = slipped();
    await shown(inspection);
    const note = page.getByRole('status', { name: 'Pairing' });
    await expect.element(note).toHaveTextContent('Texts seem shifted');
    pairingDesk(inspection).dismiss();
    await expect.element(note).toHaveTextContent(/^$/);
    await expect.element(page.getByRole('button', { name: 'Show region 9' })).not.toBeInTheDocument();
  });
});

it('copies everything from the menu of the list, and says so', async () => {
  const { onCopyAllTexts } = await shown(manyRegions(3));
  await userEvent.click(page.getByRole('button', { name: 'More for all regions' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Copy all texts' }));
  expect(onCopyAllTexts).toHaveBeenCalledOnce();
  await expect.element(page.getByText('Texts copied.')).toBeVisible();
});

async function shown(inspection: Inspection) {
  const calls = {
    onShow: vi.fn<(item: number) => void>(),
    onZoom: vi.fn<(item: number) => void>(),
    onCopyAllTexts: vi.fn<() => void>(),
    onCopyAllRectangles: vi.fn<() => void>(),
  };
  function Panel() {
    const search = useView((view) => view.search);
    return (
      <div style={{ width: 320, height: 400 }}>
        <RegionPanel
          inspection={inspection}
          matches={searchItems(inspection, search)}
          onShow={calls.onShow}
          onZoom={calls.onZoom}
          actions={calls}
        />
      </div>
    );
  }
  await shownStrictly(<Panel />);
  return calls;
}

async function twoFrames() {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

function activeOption(): string | null {
  const id = list.element().getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id)?.getAttribute('aria-label') ?? null);
}

function chosenNumbers(): number[] {
  return selectedItems(useView.getState().selection).map((item) => item + 1);
}

function lengthOf(at: number): number {
  return 3 + ((at * 17) % 31);
}

/** Forty boxes as long as their texts; from region 9 on a text is missing. */
function slipped(): Inspection {
  return inspectionOf({
    rectangles: Array.from({ length: 40 }, (_, at): Four => [0, at * 30, lengthOf(at) * 9, at * 30 + 20]),
    texts: Array.from({ length: 40 }, (_, at) => 'a'.repeat(lengthOf(at))).toSpliced(8, 1),
  });
}
