const known = new WeakMap<Uint32Array, Uint32Array>();

/** Where a row stands in an order, from 0; the end of it for one that is not in it. Asked at every move of the pointer. */
export function placeOf(order: Uint32Array, row: number): number {
  let places = known.get(order);
  if (!places) {
    places = placesIn(order);
    known.set(order, places);
  }
  return places[row] ?? order.length;
}

function placesIn(order: Uint32Array): Uint32Array {
  let most = -1;
  for (const row of order) most = Math.max(most, row);
  const places = new Uint32Array(most + 1).fill(order.length);
  order.forEach((row, place) => (places[row] = place));
  return places;
}
