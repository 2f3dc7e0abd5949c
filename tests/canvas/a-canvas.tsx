import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { RegionCanvas } from '../../src/canvas/region-canvas.tsx';
import { toScreen } from '../../src/core/geometry/viewport.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import type { ImageView } from '../../src/image/image-view.ts';
import { useView } from '../../src/state/view-store.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';

const BOX = { width: 660, height: 460 };
export const SIZE = { width: 600, height: 400 };
/** A page, a paragraph on it, a word in the paragraph, and a word elsewhere. */
export const INSPECTION = anInspection(
  [
    [10, 10, 590, 390],
    [50, 50, 300, 200],
    [60, 60, 120, 90],
    [400, 300, 500, 340],
  ],
  { texts: ['the whole page', 'a paragraph', 'word', 'elsewhere'], imageSize: SIZE },
);

/** A fresh view before every test of the file; the one that logs an error fails. */
export function quietCanvas(): void {
  let errors: ReturnType<typeof vi.spyOn>;

  beforeEach(() => {
    errors = vi.spyOn(console, 'error');
    useView.getState().reset();
    useView.setState({
      stage: { width: 0, height: 0 },
      viewport: { scale: 1, x: 0, y: 0 },
      labels: true,
      text: false,
      order: false,
      blink: false,
    });
  });

  afterEach(() => {
    const logged = errors.mock.calls;
    errors.mockRestore();
    if (logged.length > 0) throw new Error(`The page logged errors: ${JSON.stringify(logged)}`);
  });
}

/** Mounts the canvas as the page does. */
export async function show(
  inspection: Inspection = INSPECTION,
  image: ImageView | null = null,
  matches: Uint32Array | null = null,
) {
  const shown = (found: Uint32Array | null) => (
    <StrictMode>
      <div style={BOX}>
        <RegionCanvas inspection={inspection} image={image} matches={found} theme="light" />
      </div>
    </StrictMode>
  );
  const screen = await render(shown(matches));
  const canvas = page.getByRole('group', { name: 'Image with regions' });
  await expect.element(canvas).toBeVisible();
  // Laid out: until then places on it are those of another viewport.
  await expect.poll(() => useView.getState().stage.width).toBeGreaterThan(0);
  return { screen, element: canvas.element(), search: (found: Uint32Array | null) => screen.rerender(shown(found)) };
}

/** A point of the picture as a place in the browser's window. */
export function placeOf(element: Element, x: number, y: number) {
  const { left, top } = element.getBoundingClientRect();
  const at = toScreen({ x, y }, useView.getState().viewport);
  // Mouse events carry whole pixels.
  return { x: Math.round(left + at.x), y: Math.round(top + at.y) };
}

/** Konva draws in the frame after a change. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
}
