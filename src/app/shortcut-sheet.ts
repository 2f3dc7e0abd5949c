/** A line of the sheet. The keys are bound in `use-shortcuts.ts`, by the canvas and by the list; a test holds them together. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
  readonly where: 'Anywhere' | 'On the image' | 'In the list';
  /** A single key without a modifier, which the person can switch off. */
  readonly single: boolean;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['J'], does: 'Next region', where: 'Anywhere', single: true },
  { keys: ['K'], does: 'Previous region', where: 'Anywhere', single: true },
  { keys: ['N'], does: 'Next region of low confidence', where: 'Anywhere', single: true },
  { keys: ['G'], does: 'Go to a region by number', where: 'Anywhere', single: true },
  { keys: ['/'], does: 'Search the texts', where: 'Anywhere', single: true },
  { keys: ['+'], does: 'Zoom in', where: 'Anywhere', single: true },
  { keys: ['-'], does: 'Zoom out', where: 'Anywhere', single: true },
  { keys: ['0'], does: 'Fit the page', where: 'Anywhere', single: true },
  { keys: ['1'], does: 'Actual size', where: 'Anywhere', single: true },
  { keys: ['T'], does: 'Text over the regions, on or off', where: 'Anywhere', single: true },
  { keys: ['L'], does: 'Numbers on the regions, on or off', where: 'Anywhere', single: true },
  { keys: ['O'], does: 'Reading order, on or off', where: 'Anywhere', single: true },
  { keys: ['B'], does: 'Hold to see the page without the overlay', where: 'Anywhere', single: true },
  { keys: ['C'], does: 'Copy the text of the region', where: 'Anywhere', single: true },
  { keys: ['E'], does: 'Export', where: 'Anywhere', single: true },
  { keys: ['?'], does: 'This sheet', where: 'Anywhere', single: true },
  {
    keys: ['Ctrl', 'Z'],
    does: 'Undo the last move of an order by hand, else of the frame',
    where: 'Anywhere',
    single: false,
  },
  {
    keys: ['Ctrl', 'Shift', 'Z'],
    does: 'Do again what was undone of an order by hand',
    where: 'Anywhere',
    single: false,
  },
  { keys: ['Esc'], does: 'Back out one level: dialog, search, selection', where: 'Anywhere', single: false },
  { keys: ['←', '→', '↑', '↓'], does: 'Pan', where: 'On the image', single: false },
  { keys: ['Shift', '←→↑↓'], does: 'Nearest region that way', where: 'On the image', single: false },
  { keys: ['Enter'], does: 'Zoom to the region', where: 'On the image', single: false },
  { keys: ['↑', '↓'], does: 'Previous and next', where: 'In the list', single: false },
  { keys: ['Home', 'End'], does: 'First and last', where: 'In the list', single: false },
  { keys: ['Page Up', 'Page Down'], does: 'One page up or down', where: 'In the list', single: false },
  { keys: ['Shift', '↑↓'], does: 'Extend the selection', where: 'In the list', single: false },
  { keys: ['Ctrl', 'A'], does: 'Select all that match', where: 'In the list', single: false },
];
