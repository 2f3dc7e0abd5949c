import type { PixelSheet } from '../../../src/core/paint/pixel-sheet.ts';
import type { SliceTarget, Slices } from '../../../src/core/paint/slices.ts';
import { RecordingBrush } from './recording-brush.ts';

export function aSheet(width: number, height: number): PixelSheet {
  return { pixels: new Uint32Array(width * height), width, height };
}

export function pixelAt({ pixels, width }: PixelSheet, x: number, y: number): number {
  return pixels[y * width + x] ?? 0;
}

/** A place to paint slices onto that remembers the brush's strokes and how often pixels were put. */
export class RecordingTarget implements SliceTarget {
  readonly brush = new RecordingBrush();
  readonly sheet: PixelSheet;
  puts = 0;

  constructor(width: number, height: number) {
    this.sheet = aSheet(width, height);
  }

  readonly put = (): void => {
    this.puts += 1;
  };
}

/** Runs slices to their end; gives in how many steps, and after how many something could be shown. */
export function finished(slices: Slices): { readonly steps: number; readonly presentable: number } {
  let steps = 1;
  let presentable = 0;
  for (let next = slices.next(); next.done !== true; next = slices.next()) {
    if (next.value && presentable === 0) presentable = steps;
    steps += 1;
  }
  return { steps, presentable };
}
