import { expect, test } from 'vitest';
import { paintPaper } from '../../../src/core/paint/paper.ts';
import { PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

test('the sheet lies where its content is, with its shadow and edge outside it', () => {
  const brush = new RecordingBrush();
  paintPaper(brush, { x1: 10, y1: 20, x2: 110, y2: 220 }, { scale: 2, x: 5.3, y: 0 }, 1, PALETTE);
  const [sheet] = brush.drawn.filter((one) => one.fillStyle === PALETTE.paper).flatMap((one) => one.boxes);
  expect(sheet).toEqual({ x: 25, y: 40, width: 200, height: 400 });
  const rims = brush.drawn.filter((one) => one.fillStyle === PALETTE.paperEdge).flatMap((one) => one.boxes);
  expect(rims).toHaveLength(4);
  for (const rim of rims) {
    const beside = rim.x + rim.width <= 25 || rim.x >= 225;
    expect(beside || rim.y + rim.height <= 40 || rim.y >= 440).toBe(true);
  }
});
