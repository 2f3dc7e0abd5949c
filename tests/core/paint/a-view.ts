import { BadgeList } from '../../../src/core/paint/badge-list.ts';
import { regionIndexOf } from '../../../src/core/geometry/region-index.ts';
import { fit } from '../../../src/core/geometry/viewport.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { paletteOf } from '../../../src/core/paint/palette.ts';
import type { RegionsView } from '../../../src/core/paint/regions.ts';

export const PALETTE = paletteOf('light');

/** One to one, nothing switched on, unless said otherwise. */
export function aView(inspection: Inspection, also: Partial<RegionsView> = {}): RegionsView {
  return {
    viewport: { scale: 1, x: 0, y: 0 },
    stage: { width: 1280, height: 900 },
    pixelRatio: 1,
    palette: PALETTE,
    index: regionIndexOf(inspection),
    badges: new BadgeList(),
    matches: null,
    labels: false,
    text: false,
    order: false,
    ...also,
  };
}

/** All regions in sight. */
export function aFittedView(inspection: Inspection, also: Partial<RegionsView> = {}): RegionsView {
  const view = aView(inspection, also);
  return { ...view, viewport: fit(view.index.extent ?? { x1: 0, y1: 0, x2: 1, y2: 1 }, view.stage) };
}
