import { findItemPlaces } from '../../core/wire/item-places.ts';
import type { JobHandlers } from '../jobs.ts';

export const findItemPlacesJob: JobHandlers['findItemPlaces'] = async (place) => {
  const found = findItemPlaces(place);
  return { output: found, transfer: found ? Object.values(found).map(({ buffer }) => buffer) : [] };
};
