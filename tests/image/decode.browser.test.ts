import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ImageRefused } from '../../src/image/image-source.ts';
import { openImage } from '../../src/image/open-image.ts';
import { dispose } from '../../src/workers/run.ts';
import { noise } from '../fixtures/images/bytes.ts';
import { makePng } from '../fixtures/images/png.ts';

const PNG = new Blob([makePng({ width: 6, height: 4, colour: 2, rows: noise(6 * 4 * 3) })]);

beforeEach(dispose);
afterEach(() => {
  dispose();
  vi.unstubAllGlobals();
});

it('a worker that does not load is not taken for a damaged image, and the next try is a new one', async () => {
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage() {
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })));
      }
      terminate() {}
    },
  );
  const refused = await openImage(PNG, 'page.png').catch((error: unknown) => error);
  if (!(refused instanceof ImageRefused)) throw new Error('It was opened without a worker.');
  expect(refused.message).toMatch(/background worker .* could not be loaded/);
  expect(refused.message).not.toContain('damaged');
  expect(refused.todo).toContain('server of this page');

  vi.unstubAllGlobals();
  const source = await openImage(PNG, 'page.png');
  expect(source.stored).toEqual({ width: 6, height: 4 });
  source.dispose();
});
