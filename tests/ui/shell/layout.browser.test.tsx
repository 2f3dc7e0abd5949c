import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { Layout } from '../../../src/ui/shell/layout.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

const line = (name: string) => page.getByRole('separator', { name });
const left = line('Width of the input panel');
const right = line('Width of the region panel');
const level = line('Height of the region details');
const topOf = (words: string) => page.getByText(words).element().getBoundingClientRect().top;
const widthOf = (words: string) => page.getByText(words).element().getBoundingClientRect().width;

beforeEach(() => page.viewport(1280, 800));

async function shown(): Promise<void> {
  const fill = { width: '100%', height: '100%' };
  await shownStrictly(
    <Layout
      full
      banner={<header>banner</header>}
      tasks={<div style={fill}>tasks</div>}
      toolbar={null}
      picture={<div style={fill}>picture</div>}
      regions={<div style={fill}>regions</div>}
      details={<div style={fill}>details</div>}
      status={<footer>status</footer>}
    />,
  );
}

describe('the lines between the panels', () => {
  it('are moved by keys, within their bounds, and say where they are', async () => {
    await shown();
    await expect.element(left).toHaveAttribute('aria-valuenow', '312');
    left.element().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(widthOf('tasks')).toBe(328);
    await expect.element(left).toHaveAttribute('aria-valuenow', '328');
    await userEvent.keyboard('{Home}');
    expect(widthOf('tasks')).toBe(232);
    await userEvent.keyboard('{End}');
    expect(widthOf('tasks')).toBe(480);
    expect(Number(left.element().getAttribute('aria-valuemax'))).toBe(480);
  });

  it('on the right make their panel larger towards the left', async () => {
    await shown();
    right.element().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(widthOf('regions')).toBe(328);
    level.element().focus();
    const before = page.getByText('details').element().getBoundingClientRect().height;
    await userEvent.keyboard('{ArrowUp}');
    expect(page.getByText('details').element().getBoundingClientRect().height).toBe(Math.round(before) + 16);
  });

  it('never take the picture’s least width', async () => {
    await shown();
    for (const one of [left, right]) {
      one.element().focus();
      await userEvent.keyboard('{End}');
    }
    expect(widthOf('picture')).toBeGreaterThanOrEqual(320);
    await page.viewport(920, 800);
    expect(widthOf('picture')).toBeGreaterThanOrEqual(320);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(920);
  });

  it('are dragged, and a double click gives the first size back', async () => {
    await shown();
    const box = left.element().getBoundingClientRect();
    const press = (type: string, x: number) =>
      left
        .element()
        .dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: 300 }));
    // A made-up pointer cannot be captured.
    left.element().setPointerCapture = () => undefined;
    press('pointerdown', box.left);
    press('pointermove', box.left + 40);
    await expect.poll(() => widthOf('tasks')).toBe(352);
    press('lostpointercapture', box.left + 40);
    press('pointermove', box.left + 90);
    await userEvent.dblClick(left);
    await expect.poll(() => widthOf('tasks')).toBe(312);
  });
});

it('gives the sides less on a smaller window', async () => {
  await page.viewport(1000, 800);
  await shown();
  expect(widthOf('tasks')).toBe(248);
  expect(widthOf('regions')).toBe(248);
});

it('is one column below 900 px, picture first, with nothing to drag', async () => {
  await page.viewport(800, 800);
  await shown();
  await expect.element(left).not.toBeInTheDocument();
  const [tasks, picture, regions] = ['tasks', 'picture', 'regions'].map(topOf);
  expect(picture).toBeLessThan(regions ?? 0);
  expect(regions).toBeLessThan(tasks ?? 0);
});

const narrowLayout = (full: boolean) => (
  <Layout
    full={full}
    banner={null}
    tasks={<input aria-label="token" />}
    toolbar={null}
    picture={<p>picture</p>}
    regions={<p>regions</p>}
    details={null}
    status={null}
  />
);

it('below 900 px what was typed stays when the picture takes the first place', async () => {
  await page.viewport(390, 800);
  const { rerender } = await shownStrictly(narrowLayout(false));
  await userEvent.type(page.getByLabelText('token'), 'eyJ');
  await rerender(narrowLayout(true));
  expect(topOf('regions')).toBeLessThan(page.getByLabelText('token').element().getBoundingClientRect().top);
  await expect.element(page.getByLabelText('token')).toHaveValue('eyJ');
});
