import { OFF_THE_PAGE } from '../core/ocr/read-answer.ts';
import { findItemPlaces, type ItemPlaces, type WirePlaceOfEntry } from '../core/wire/item-places.ts';
import { run } from '../workers/run.ts';

/** Where the rows of an entry stand in its decoded bytes; of a large answer they are looked for off the page. */
export async function itemPlaces(place: WirePlaceOfEntry): Promise<ItemPlaces | null> {
  return place.raw.length >= OFF_THE_PAGE ? run('findItemPlaces', place) : findItemPlaces(place);
}
