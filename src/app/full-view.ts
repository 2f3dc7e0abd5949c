/**
 * The full view: what an image with its regions is shown by. Loaded by itself, because Konva, the list and the details
 * are half of the page's code, and the first screen shows none of them.
 */
export { RegionCanvas } from '../canvas/region-canvas.tsx';
export { ExportMenu } from '../ui/export/export-menu.tsx';
export { FrameOver } from '../ui/frame/frame-over.tsx';
export { FramePanel } from '../ui/frame/frame-panel.tsx';
export { RegionDetails } from '../ui/regions/region-details.tsx';
export { RegionPanel } from '../ui/regions/region-panel.tsx';
export { ViewToolbar } from '../ui/toolbar/view-toolbar.tsx';
export { cropExport } from './crop-export.ts';
export { missedInkOf, openEvidence } from './evidence-desk.ts';
export { inBoth, itemsOfKinds, lintFew, lintMany, lintOf } from './lint-desk.ts';
export { regionActions } from './region-actions.ts';
