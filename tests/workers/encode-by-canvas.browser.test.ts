import { afterEach, expect, it, vi } from 'vitest';
import { encodeByCanvas } from '../../src/workers/jobs/encode-by-canvas.ts';

afterEach(() => void vi.unstubAllGlobals());

function crop(width: number, height: number, format: 'jpeg' | 'webp', rgba = new Uint8ClampedArray(0)) {
  return { width, height, rgba, format, colourChunks: new Uint8Array(0) } as const;
}

it.each(['jpeg', 'webp'] as const)(
  'a crop too large for a canvas is refused as %s before one is made',
  async (format) => {
    const made = vi.fn<() => void>();
    const RealCanvas = OffscreenCanvas;
    vi.stubGlobal(
      'OffscreenCanvas',
      class extends RealCanvas {
        constructor(width: number, height: number) {
          made();
          super(width, height);
        }
      },
    );
    const name = { jpeg: 'JPEG', webp: 'WebP' }[format];
    await expect(encodeByCanvas(crop(4096, 4097, format), format)).rejects.toThrow(
      `${name} crops may have 16,777,216 pixels at most, and this one is 4,096 × 4,097 px. Choose PNG.`,
    );
    expect(made).not.toHaveBeenCalled();
    await encodeByCanvas(crop(2, 2, format, new Uint8ClampedArray(16)), format);
    expect(made).toHaveBeenCalledOnce();
  },
);
