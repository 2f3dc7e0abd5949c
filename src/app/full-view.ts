/**
 * The full view: what an image with its regions is shown by. Loaded by itself, because Konva, the list and the details
 * are half of the page's code, and the first screen shows none of them.
 */
export { RegionCanvas } from '../canvas/region-canvas.tsx';
export { ExportMenu } from '../ui/export/export-menu.tsx';
export { FrameOver } from '../ui/frame/frame-over.tsx';
export { FramePanel } from '../ui/frame/frame-panel.tsx';
export { ConfidenceControl } from '../ui/levels/confidence-control.tsx';
export { ConfidenceLegend } from '../ui/levels/confidence-legend.tsx';
export { LevelToggles } from '../ui/levels/level-toggles.tsx';
export { RegionDetails } from '../ui/regions/region-details.tsx';
export { RegionPanel } from '../ui/regions/region-panel.tsx';
export { ViewToolbar } from '../ui/toolbar/view-toolbar.tsx';
export { cropExport } from './crop-export.ts';
export { fileExports } from './exports.ts';
export { orderFew, orderMany } from './order-desk.ts';
export { OrderSelect } from '../ui/order/order-select.tsx';
export { OrderWork } from '../ui/order/order-work.tsx';
export { HandOrder } from '../ui/order/hand-order.tsx';
export { missedInkOf, openEvidence } from './evidence-desk.ts';
export { inBoth, itemsOfKinds, lintFew, lintMany, lintOf } from './lint-desk.ts';
export {
  levelsWithConfidence,
  nextLowItem,
  shownItems,
  showLevelOf,
  toggleConfidence,
  withLevels,
} from './levels-desk.ts';
export { regionActions } from './region-actions.ts';
