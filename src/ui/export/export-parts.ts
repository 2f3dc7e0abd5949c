import { createPart } from '../kit/part.ts';

// Loaded by themselves: fields, runs and looks that are wanted by few, and never at first.

export const cropsDialog = createPart('The dialog Export crops', () => import('./export-crops-dialog.tsx'));
export const fileDialog = createPart('The dialog of exports', () => import('./export-dialog.tsx'));
