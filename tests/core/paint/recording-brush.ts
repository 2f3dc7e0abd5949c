import type { Brush } from '../../../src/core/paint/brush.ts';

export interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawn {
  readonly what: 'fill' | 'stroke' | 'fillRect' | 'fillText';
  /** Boxes of the path (or the one of fillRect). */
  readonly boxes: readonly DrawnBox[];
  /** Points of the path, arrows and turned boxes. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly blend: string;
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly dash: readonly number[];
  readonly text: string;
  /** Of a text: its place after alignment, as wide as `LETTER` says. */
  readonly at: DrawnBox;
  /** Of a text, in radians: `at` says where its upper left corner is then, and how large it is. */
  readonly angle: number;
}

/** Every letter is this wide at a font size of 1: a font one can reckon with. */
export const LETTER = 0.6;
/** And reaches this far above the line it stands on; the rest of the font size is below. */
export const ASCENT = 0.8;

/** A brush that draws nothing and remembers everything. */
export class RecordingBrush implements Brush {
  readonly drawn: Drawn[] = [];
  globalCompositeOperation: GlobalCompositeOperation = 'source-over';
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  lineCap: CanvasLineCap = 'butt';
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  direction: CanvasDirection = 'ltr';
  #boxes: DrawnBox[] = [];
  #points: { x: number; y: number }[] = [];
  #dash: number[] = [];
  #now: Place = { x: 0, y: 0, across: 1, down: 1, angle: 0 };
  readonly #saved: Place[] = [];

  count(what: Drawn['what']): number {
    return this.drawn.filter((one) => one.what === what).length;
  }

  texts(): Drawn[] {
    return this.drawn.filter((one) => one.what === 'fillText');
  }

  beginPath(): void {
    this.#boxes = [];
    this.#points = [];
  }
  moveTo(x: number, y: number): void {
    this.#points.push({ x, y });
  }
  lineTo(x: number, y: number): void {
    this.#points.push({ x, y });
  }
  closePath(): void {}
  arc(x: number, y: number): void {
    this.#points.push({ x, y });
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#boxes.push({ x, y, width, height });
  }
  setLineDash(dash: Iterable<number>): void {
    this.#dash = [...dash];
  }
  fill(): void {
    this.#record('fill', this.#boxes);
  }
  stroke(): void {
    this.#record('stroke', this.#boxes);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.#record('fillRect', [{ x, y, width, height }]);
  }
  fillText(text: string, x: number, y: number, maxWidth = Infinity): void {
    const size = this.#fontSize();
    const width = Math.min(text.length * LETTER * size, maxWidth);
    const left = this.textAlign === 'center' ? x - width / 2 : this.textAlign === 'right' ? x - width : x;
    const top = this.textBaseline === 'middle' ? y - size / 2 : y - ASCENT * size;
    const { across, down } = this.#now;
    const at = { ...this.#placeOf(left, top), width: width * across, height: size * down };
    this.#record('fillText', [], text, at);
  }
  measureText(text: string): ReturnType<Brush['measureText']> {
    const size = this.#fontSize();
    const width = text.length * LETTER * size;
    return {
      width,
      actualBoundingBoxLeft: 0,
      actualBoundingBoxRight: width,
      actualBoundingBoxAscent: ASCENT * size,
      actualBoundingBoxDescent: (1 - ASCENT) * size,
    };
  }
  save(): void {
    this.#saved.push({ ...this.#now });
  }
  restore(): void {
    this.#now = this.#saved.pop() ?? this.#now;
  }
  translate(x: number, y: number): void {
    Object.assign(this.#now, this.#placeOf(x, y));
  }
  rotate(angle: number): void {
    this.#now.angle += angle;
  }
  scale(x: number, y: number): void {
    this.#now.across *= x;
    this.#now.down *= y;
  }

  #placeOf(x: number, y: number): { x: number; y: number } {
    const { x: atX, y: atY, across, down, angle } = this.#now;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return { x: atX + x * across * cos - y * down * sin, y: atY + x * across * sin + y * down * cos };
  }

  #fontSize(): number {
    return Number(/([\d.]+)px/.exec(this.font)?.[1]);
  }

  #record(what: Drawn['what'], boxes: readonly DrawnBox[], text = '', at: DrawnBox = NOWHERE): void {
    const { globalCompositeOperation: blend, fillStyle, strokeStyle, lineWidth } = this;
    const path = { boxes: [...boxes], points: [...this.#points] };
    this.drawn.push({
      what,
      ...path,
      blend,
      fillStyle,
      strokeStyle,
      lineWidth,
      dash: this.#dash,
      text,
      at,
      angle: this.#now.angle,
    });
  }
}

interface Place {
  x: number;
  y: number;
  across: number;
  down: number;
  angle: number;
}

const NOWHERE: DrawnBox = { x: NaN, y: NaN, width: NaN, height: NaN };
