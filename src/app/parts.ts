import { createPart, type Part } from '../ui/kit/part.ts';
import { cropsDialog, fileDialog } from '../ui/export/export-parts.ts';

/** What the page loads by itself, beside the first screen. */
export const PARTS = {
  intake: createPart('The part that reads what is given', () => import('./intake.ts')),
  fullView: createPart('The part that shows regions', () => import('./full-view.ts')),
  decoder: createPart('The decoder', () => import('../workers/run-decode.ts')),
  cropsDialog,
  fileDialog,
  shortcuts: createPart('The list of shortcuts', () => import('./shortcuts.tsx')),
  goTo: createPart('The dialog Go to region', () => import('../ui/help/go-to-dialog.tsx')),
  files: createPart('The list of files', () => import('./result-files.ts')),
  pdf: createPart('The view of PDF pages', () => import('./pdf-part.ts')),
  answer: createPart('The view of the answer', () => import('../ui/answer/answer-dialog.tsx')),
};

const { intake, fullView, decoder, ...dialogs } = PARTS;

export const EVERY_PART: readonly Part<unknown>[] = Object.values(PARTS);

/** What the first answer needs, all at once; then what may be asked for one day. */
export const WAVES: readonly (readonly Part<unknown>[])[] = [[intake, fullView, decoder], Object.values(dialogs)];

/**
 * Loads one wave after the other. A part that does not come now is asked for again when it is wanted.
 *
 * @param idle resolves when the browser has nothing better to do
 */
export async function loadAtLeisure(
  waves: readonly (readonly Pick<Part<unknown>, 'load'>[])[],
  idle: () => Promise<void>,
): Promise<void> {
  for (const wave of waves) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await idle();
    // oxlint-disable-next-line no-await-in-loop
    await Promise.allSettled(wave.map((part) => part.load('quietly')));
  }
}
