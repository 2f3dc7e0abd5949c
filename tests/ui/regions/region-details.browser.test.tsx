import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { AS_RECEIVED, frameOf } from '../../../src/core/geometry/frame-setting.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { allItems } from '../../../src/core/inspection/listed.ts';
import { searchItems } from '../../../src/core/inspection/search.ts';
import { selectItems, selectListed, selectOnly } from '../../../src/core/inspection/selection.ts';
import type { ImageView } from '../../../src/image/image-view.ts';
import { useView } from '../../../src/state/view-store.ts';
import { RegionDetails } from '../../../src/ui/regions/region-details.tsx';
import { type Four, inspectionOf, manyRegions } from '../support/inspections.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';

const SIZE = { width: 697, height: 400 };
const details = page.getByRole('region', { name: 'Region details' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(() => useView.getState().reset());

describe('one region', () => {
  const whale = inspectionOf({
    rectangles: [
      [0, 8, 697, 441],
      [30, 60.5, 10, 40],
    ],
    texts: ['Call me Ishmael.\nSome\u0000 years', 'two'],
    imageSize: { width: 697, height: 400 },
  });

  it('is told in the words of the service, with its size, place and problems', async () => {
    await shown(whale, 0);
    await expect.element(details).toHaveTextContent('0, 8, 697, 441');
    await expect.element(page.getByRole('checkbox', { name: 'Straighten crop' })).not.toBeInTheDocument();
    await expect.element(details).toHaveTextContent('697 x 433 px');
    await expect.element(details).toHaveTextContent('1 of 2');
    await expect
      .element(page.getByRole('list', { name: 'What to know about Region 1' }))
      .toHaveTextContent(/reaches beyond the image/);
  });

  it('shows line ends as they are and unseen characters as marks', async () => {
    await shown(whale, 0);
    const words = page.getByRole('group', { name: 'Recognised words' });
    expect(words.element().textContent).toBe('Call me Ishmael.\nSomeU+0000 years');
    expect(getComputedStyle(words.element()).whiteSpaceCollapse).toBe('preserve');
  });

  it('shows the crop cut from the original pixels, clamped to the image', async () => {
    const { read } = await shown(whale, 0);
    await expect.poll(() => read.mock.calls[0]?.[0]).toEqual({ x: 0, y: 8, width: 697, height: 392 });
    await shownCanvas('Crop of Region 1', 697, 392);
  });

  it('is shown turned upright when it lies slanted and that is chosen', async () => {
    const straighten = page.getByRole('checkbox', { name: 'Straighten crop' });
    const slanted = {
      ...whale,
      frame: frameOf({ ...AS_RECEIVED, scaleX: 0.5, scaleY: 0.5, degrees: 10, x: 99, y: 99 }, SIZE),
    };
    await shown(slanted, 1);
    await userEvent.click(straighten);
    await shownCanvas('Crop of Region 2', 10, 10);
    await userEvent.click(straighten);
    await expect.element(straighten).not.toBeChecked();
    await shownCanvas('Crop of Region 2', 13, 12);
  });

  it('shows the new crop when another region is chosen, and lets go of the read before', async () => {
    const { read } = await shown(whale, 0);
    useView.getState().select(selectOnly(1));
    await shownCanvas('Crop of Region 2', 20, 21);
    expect(read.mock.calls[0]?.[1]?.aborted).toBe(true);
  });

  it('says that a copy was made, and why one was not', async () => {
    const { onCopyText, onCopyCrop } = await shown(whale, 1);
    await userEvent.click(button('Copy text'));
    expect(onCopyText).toHaveBeenCalledExactlyOnceWith([1]);
    await expect.element(details.getByRole('status')).toHaveTextContent('Text copied.');
    onCopyCrop.mockRejectedValueOnce(new Error('The clipboard needs a secure page.'));
    await userEvent.click(button('Copy crop'));
    await expect.element(details.getByRole('status')).toHaveTextContent('The clipboard needs a secure page.');
  });

  it('says nothing of one region when another is chosen', async () => {
    await shown(whale, 1);
    await userEvent.click(button('Copy text'));
    await expect.element(details.getByRole('status')).toHaveTextContent('Text copied.');
    useView.getState().select(selectOnly(0));
    await expect.element(details.getByRole('status')).toHaveTextContent('');
    await expect.element(details).toHaveTextContent('1 of 2');
  });

  it('moves the texts from it on', async () => {
    const { onShiftTexts } = await shown(whale, 1);
    await userEvent.click(button('Move texts down from here'));
    await userEvent.click(button('Move texts up from here'));
    expect(onShiftTexts.mock.calls).toEqual([
      [1, 1],
      [1, -1],
    ]);
    await expect.element(button('Reset pairing')).not.toBeInTheDocument();
  });
});

it('resets a pairing that was changed', async () => {
  const { onResetPairing } = await shown(
    inspectionOf({
      rectangles: [
        [0, 0, 9, 9],
        [0, 9, 9, 18],
      ],
      texts: ['a', 'b'],
      pairing: { by: 'position', shifts: [{ row: 0, by: 1 }] },
    }),
    1,
  );
  await expect
    .element(details)
    .toHaveTextContent('Text 1 of 2 belongs to it. Texts are paired by position and were moved once.');
  await userEvent.click(button('Reset pairing'));
  expect(onResetPairing).toHaveBeenCalledOnce();
  await expect.element(button('Move texts down from here')).toHaveFocus();
});

/** Forty boxes as long as their texts; from region 9 on a text is missing. */
function slipped() {
  return inspectionOf({
    rectangles: Array.from({ length: 40 }, (_, at): Four => [0, at * 30, lengthOf(at) * 9, at * 30 + 20]),
    texts: Array.from({ length: 40 }, (_, at) => 'a'.repeat(lengthOf(at))).toSpliced(8, 1),
  });
}

it('says a pairing that was moved by an offer of three in one go as that', async () => {
  const shifts = Array.from({ length: 3 }, () => ({ row: 1, by: 1 as const }));
  const boxes = Array.from({ length: 6 }, (_, at): Four => [0, at * 9, 9, at * 9 + 9]);
  await shown(inspectionOf({ rectangles: boxes, texts: ['a', 'b', 'c'], pairing: { by: 'position', shifts } }), 1);
  await expect.element(details).toHaveTextContent('and were moved by 3.');
});

describe('texts that slipped', () => {
  it('are told where they do, and moved by one button', async () => {
    const { onShiftTexts } = await shown(slipped(), 3);
    await expect.element(details).toHaveTextContent('From region 9 on the texts seem to be one place early');
    expect(onShiftTexts).not.toHaveBeenCalled();
    await userEvent.click(button('Shift texts from 9 on by one'));
    expect(onShiftTexts).toHaveBeenCalledExactlyOnceWith(8, 1, 1);
    await expect.element(button('Move texts down from here')).toHaveFocus();
  });

  it('are not told again once that was dismissed', async () => {
    const { onShiftTexts } = await shown(slipped(), 3);
    await userEvent.click(button('Dismiss'));
    await expect.element(details).not.toHaveTextContent('seem to be');
    useView.getState().select(selectOnly(4));
    await expect.element(details).toHaveTextContent('Region 5');
    await expect.element(details).not.toHaveTextContent('seem to be');
    expect(onShiftTexts).not.toHaveBeenCalled();
  });
});

it('says where it lies on the image when a frame is in use, and copies either', async () => {
  const { onCopyRects, onCopyOnImage } = await shown(
    { ...inspectionOf({ rectangles: [[10, 20, 31, 44]] }), frame: { a: 1 / 3, b: 0, c: 0, d: 2, e: 5, f: 0 } },
    0,
  );
  await expect.element(details).toHaveTextContent('x1, y1, x2, y2 as received10, 20, 31, 44');
  await expect.element(details).toHaveTextContent('On the image, under the frame8.33, 40, 15.33, 88');
  await userEvent.click(button('Copy as rect'));
  expect(onCopyRects).toHaveBeenCalledExactlyOnceWith([0]);
  await expect.element(details.getByRole('status')).toHaveTextContent('Copied as rect.');
  await userEvent.click(button('Copy as on image'));
  expect(onCopyOnImage).toHaveBeenCalledExactlyOnceWith([0]);
});

it('cannot cut what has no area or no image, and says why', async () => {
  await shown(inspectionOf({ rectangles: [[5, 5, 5, 20], null] }), 0);
  await expect.element(details).toHaveTextContent('It has no area, so there is nothing to cut.');
  await expect.element(button('Save crop')).toBeDisabled();
  await expect.element(button('Copy coordinates')).toBeEnabled();
  useView.getState().select(selectOnly(1));
  await expect.element(details).toHaveTextContent('not a rectangle');
  await expect.element(button('Copy coordinates')).toBeDisabled();
});

it('offers what can be done with several regions together', async () => {
  const { onCopyText, onCopyCoordinates, onCopyRects } = await shown(manyRegions(9), 0);
  useView.getState().select(selectItems([1, 4, 7], 7));
  await expect.element(details).toHaveTextContent('3 regions selected');
  await userEvent.click(button('Copy texts'));
  await userEvent.click(button('Copy rectangles'));
  await userEvent.click(button('Copy as regions'));
  expect(onCopyRects).toHaveBeenCalledExactlyOnceWith([1, 4, 7]);
  await expect.element(button('Copy as on image')).not.toBeInTheDocument();
  expect(onCopyText).toHaveBeenCalledExactlyOnceWith([1, 4, 7]);
  expect(onCopyCoordinates).toHaveBeenCalledExactlyOnceWith([1, 4, 7]);
});

it('has Clear selection in line with its title, or under the beginning of it', async () => {
  await shown(manyRegions(50_000), 0);
  useView.getState().select(selectListed(allItems(50_000), null));
  await expect.element(details).toHaveTextContent('50,000 regions selected');
  const scroller = page.getByTestId('scroller').element();
  const places = [312, 200].map((width) => {
    if (scroller instanceof HTMLElement) scroller.style.width = `${width}px`;
    const title = wordsBox(page.getByRole('heading', { name: '50,000 regions selected' }).element());
    const clear = wordsBox(button('Clear selection').element());
    return clear.top > title.bottom ? { under: Math.round(clear.left - title.left) } : 'in line';
  });
  expect(places).toEqual(['in line', { under: 0 }]);
});

it('exports the crops of several and clears the selection, and the focus does not get lost', async () => {
  const { onExportSelected } = await shown(manyRegions(9), 0);
  useView.getState().select(selectItems([1, 4, 7], 7));
  await userEvent.click(button('Crops of these...'));
  expect(onExportSelected).toHaveBeenCalledOnce();
  await userEvent.click(button('Clear selection'));
  expect(useView.getState().selection.count).toBe(0);
  await expect.element(details).toHaveTextContent('Choose a region');
  await expect.element(details).toHaveFocus();
});

describe('one merged text', () => {
  const merged = inspectionOf({
    rectangles: [
      [0, 0, 9, 9],
      [0, 9, 9, 18],
    ],
    texts: ['All of the page.'],
  });

  it('comes first of all, and the regions say where their text is', async () => {
    await shown(merged, 2);
    await expect.element(details).toHaveTextContent('Whole text');
    await expect.element(details).toHaveTextContent('1 of 3');
    useView.getState().select(selectOnly(0));
    await expect.element(details).toHaveTextContent('One text came for all regions: see Whole text.');
    await expect.element(details).toHaveTextContent('2 of 3');
  });

  it('has no rectangle to copy or cut when it is selected together with regions', async () => {
    await shown(merged, 2);
    useView.getState().select(selectItems([1, 2], 2));
    await expect.element(details).toHaveTextContent('1 region and 1 text selected');
  });
});

it('says that a text could not be read', async () => {
  await shown(inspectionOf({ rectangles: [[0, 0, 9, 9]], texts: [null] }), 0);
  await expect.element(details).toHaveTextContent('Its text could not be read.');
});

it('keeps the buttons in reach while a long text scrolls', async () => {
  await page.viewport(1280, 800);
  const text = Array.from({ length: 400 }, (_, at) => `line ${at}`).join('\n');
  await shown(inspectionOf({ rectangles: [[0, 0, 9, 9]], texts: [text] }), 0);
  const words = page.getByRole('group', { name: 'Recognised words' });
  expect(words.element().clientHeight).toBeLessThan(120);
  words.element().focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => words.element().scrollTop).toBeGreaterThan(0);
  page.getByTestId('scroller').element().scrollTop = 60;
  await expect.element(button('Save crop')).toBeInViewport({ ratio: 1 });
});

it('waits for a choice', async () => {
  await shown(manyRegions(3), null);
  await expect.element(details).toHaveTextContent('Choose a region in the list or on the image.');
});

async function shown(inspection: Inspection, chosen: number | null) {
  if (chosen !== null) useView.getState().select(selectOnly(chosen));
  const read = vi.fn<ImageView['read']>(async ({ width, height }) => {
    await Promise.resolve();
    return { width, height, rgba: new Uint8ClampedArray(width * height * 4).fill(200) };
  });
  const calls = {
    onSaveCrop: vi.fn<(item: number) => Promise<void>>(),
    onCopyCrop: vi.fn<(item: number) => Promise<void>>(),
    onCopyText: vi.fn<(items: readonly number[]) => Promise<void>>(),
    onCopyCoordinates: vi.fn<(items: readonly number[]) => Promise<void>>(),
    onCopyRects: vi.fn<(items: readonly number[]) => Promise<void>>(),
    onCopyOnImage: vi.fn<(items: readonly number[]) => Promise<void>>(),
    onShiftTexts: vi.fn<(row: number, by: 1 | -1, times?: number) => void>(),
    onResetPairing: vi.fn<() => void>(),
    onExportSelected: vi.fn<() => void>(),
  };
  const image = inspection.imageSize && { size: inspection.imageSize, read };
  await shownStrictly(
    <div data-testid="scroller" style={{ width: 320, height: 180, overflow: 'auto' }}>
      <RegionDetails
        inspection={inspection}
        matches={searchItems(inspection, '')}
        image={image}
        actions={calls}
        onExportSelected={calls.onExportSelected}
      />
    </div>,
  );
  return { ...calls, read };
}

function lengthOf(at: number): number {
  return 3 + ((at * 17) % 31);
}

function wordsBox(element: Element): DOMRect {
  const words = document.createRange();
  words.selectNodeContents(element);
  return words.getBoundingClientRect();
}

async function shownCanvas(name: string, width: number, height: number) {
  const size = () => {
    const canvas = page.getByRole('img', { name }).query();
    return canvas instanceof HTMLCanvasElement ? [canvas.width, canvas.height] : null;
  };
  await expect.poll(size).toEqual([width, height]);
}
