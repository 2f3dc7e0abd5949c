import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { RegionCanvas, type RegionCanvasProps } from '../../src/canvas/region-canvas.tsx';
import { decodeAnswer } from '../../src/core/decode/index.ts';
import type { Decoded } from '../../src/core/decode/decoded.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { buildInspection } from '../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../src/core/inspection/pairing.ts';
import { useView } from '../../src/state/view-store.ts';
import { type Drawer, hold, measureDrawing } from './drawing.ts';
import type { Measured, Task } from './task.ts';
import { PAGE, wordBoxes } from './word-page.ts';

/** The product as it is: image layer, region layer, highlight layer, minimap. */
export function drawOurs(task: Task): Promise<Measured> {
  return measureDrawing(async () => ourDrawer(inspectionOf(task.size)), task);
}

function ourDrawer(inspection: Inspection): Drawer {
  const canvas = mountCanvas();
  const { panBy, zoomBy, actualSize, fit } = useView.getState();
  return {
    show: () => canvas.show({ inspection }),
    canvases: canvas.canvases,
    fit,
    reading: () => {
      fit();
      actualSize();
    },
    panBy,
    zoomBy: (factor, x, y) => zoomBy(factor, { x, y }),
    numbers: (on) => {
      if (useView.getState().labels !== on) useView.getState().toggle('labels');
    },
  };
}

/** A place for the real RegionCanvas; nothing is in it until something is shown. */
export function mountCanvas() {
  const holder = hold();
  const root = createRoot(holder);
  return {
    show: (props: Partial<RegionCanvasProps>) =>
      flushSync(() =>
        root.render(
          createElement(RegionCanvas, { inspection: NOTHING, image: null, matches: null, theme: 'light', ...props }),
        ),
      ),
    canvases: () => holder.querySelectorAll('canvas'),
  };
}

export function inspectionOf(regions: number): Inspection {
  return inspectionWith(decodeAnswer([{ type: 'Other', data: btoa(JSON.stringify(wordBoxes(regions))) }], 'detection'));
}

export function inspectionWith(detection: Decoded | null): Inspection {
  return buildInspection({
    detection,
    recognition: null,
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: detection ? PAGE : null,
  });
}

const NOTHING = inspectionWith(null);
