import { createPart } from '../kit/part.ts';

/** Loaded by itself: its fields, its run and its looks are wanted by few, and never at first. */
export const cropsDialog = createPart('The dialog Export crops', () => import('./export-crops-dialog.tsx'));
