import type { Context } from 'konva/lib/Context.js';

/** The only parts of Konva that are used, from its core: the full import weighs twelve kilobytes more. */
export { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore.js';
export type { Layer as KonvaLayer } from 'konva/lib/Layer.js';
export type KonvaContext = Context;

/** The canvas' own context, scaled to CSS pixels: Konva's wrapper costs a call per line and lacks some of its methods. */
export function nativeContext(context: KonvaContext): CanvasRenderingContext2D {
  // oxlint-disable-next-line no-underscore-dangle -- Konva documents it as the way to the native context
  return context._context;
}
