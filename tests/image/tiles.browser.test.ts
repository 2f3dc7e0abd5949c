import { afterEach, expect, it, vi } from 'vitest';
import { TILE } from '../../src/image/pyramid.ts';
import { openTiles } from '../../src/image/tiles.ts';

afterEach(() => void vi.restoreAllMocks());

/** Too large for one bitmap; the picture itself is not looked at here. */
const STORED = { width: 8192, height: 8192 };
const FOUR = { x1: 0, y1: 0, x2: 2 * TILE, y2: 2 * TILE };
const NEXT_FOUR = { x1: 2 * TILE, y1: 0, x2: 4 * TILE, y2: 2 * TILE };

async function opened() {
  const full = await createImageBitmap(new ImageData(8, 8));
  const at = { x: 0, y: 0, ...STORED };
  let changes = 0;
  const tiles = openTiles({
    full,
    stored: STORED,
    coarse: { bitmap: full, at, shown: at },
    changed: () => (changes += 1),
  });
  /** Tiles that are sharp once nothing more comes. */
  const sharp = async (visible: typeof FOUR) => {
    for (let seen = -1; seen !== changes;) {
      seen = changes;
      tiles.pieces(visible, 0);
      // eslint-disable-next-line no-await-in-loop -- as frames follow one another
      await new Promise((later) => setTimeout(later, 50));
    }
    return tiles.pieces(visible, 0).filter(({ bitmap }) => bitmap !== full).length;
  };
  return { tiles, sharp };
}

it('a tile that could not be made at first is sharp after all, though nobody moves the picture', async () => {
  const { tiles, sharp } = await opened();
  const making = vi.spyOn(globalThis, 'createImageBitmap').mockRejectedValueOnce(new Error('No memory.'));
  expect([await sharp(FOUR), making.mock.calls.length]).toEqual([4, 5]);
  tiles.dispose();
});

it('tiles that cannot be made are tried twice, and again when the picture was moved', async () => {
  const { tiles, sharp } = await opened();
  const making = vi.spyOn(globalThis, 'createImageBitmap').mockRejectedValue(new Error('No memory.'));
  expect([await sharp(FOUR), making.mock.calls.length]).toEqual([0, 8]);
  expect([await sharp(FOUR), making.mock.calls.length]).toEqual([0, 8]);
  expect([await sharp(NEXT_FOUR), making.mock.calls.length]).toEqual([0, 16]);
  making.mockRestore();
  expect(await sharp(FOUR)).toBe(4);
  tiles.dispose();
});
