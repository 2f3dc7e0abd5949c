import '@annotorious/openseadragon/annotorious-openseadragon.css';
import { createOSDAnnotator } from '@annotorious/openseadragon';
import OpenSeadragon, { Point } from 'openseadragon';
import { type Drawer, hold, measureDrawing } from '../page/drawing.ts';
import type { Measured, Task } from '../page/task.ts';
import { annotations, blankPage } from './annotations.ts';

/** WebGL over OpenSeadragon. Without a GPU, WebGL is drawn by the processor: its worst case, as a canvas is on it as well. */
export function drawWebgl(task: Task): Promise<Measured> {
  return measureDrawing(() => webglDrawer(task.size), task);
}

async function webglDrawer(size: number): Promise<Drawer> {
  const boxes = annotations(size);
  const viewer = OpenSeadragon({
    element: hold(),
    tileSources: { type: 'image', url: await blankPage() },
    showNavigationControl: false,
    drawer: 'canvas',
    animationTime: 0,
  });
  await new Promise<void>((opened) => viewer.addOnceHandler('open', opened));
  const annotator = createOSDAnnotator(viewer, { drawingEnabled: false });
  const { viewport } = viewer;
  return {
    show: () => annotator.setAnnotations(boxes),
    canvases: () => document.querySelectorAll('canvas'),
    fit: () => viewport.goHome(true),
    reading: () => {
      viewport.zoomTo(viewport.imageToViewportZoom(1), null, true);
      viewport.panTo(viewport.getHomeBounds().getCenter(), true);
    },
    panBy: (dx, dy) => viewport.panBy(viewport.deltaPointsFromPixels(new Point(-dx, -dy)), true),
    zoomBy: (factor, x, y) => viewport.zoomBy(factor, viewport.pointFromPixel(new Point(x, y)), true),
  };
}
