import { currentInspection, useInspections } from '../state/inspections.ts';

/** @throws in words when the picture is not shown in the end; the reason stands at the field */
export function requireShown(file: Blob): void {
  if (currentInspection(useInspections.getState()).image?.file === file) return;
  throw new Error('The picture is not shown. If it could not be opened, the section Image says why.');
}
