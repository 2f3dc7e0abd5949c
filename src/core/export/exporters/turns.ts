import type { ExportRun } from './exporter.ts';

/** Of a file: the same items always come in the same pieces. Only when it rests goes by the clock. */
const ITEMS_PER_PIECE = 2_048;
/** How often the clock is looked at. */
const ITEMS_PER_LOOK = 64;
/** Milliseconds of work between two rests, with room for what the browser does with a piece and for a machine that is busy. */
const TURN = 8;

/** Writes items in pieces of a file; in between, the page answers the person. @throws the signal's reason when aborted */
export async function* written(
  items: Uint32Array,
  { signal, onProgress }: ExportRun,
  write: (item: number, place: number) => string,
): AsyncGenerator<string> {
  const turns = new Turns(signal);
  for (let from = 0; from < items.length; from += ITEMS_PER_PIECE) {
    const to = Math.min(from + ITEMS_PER_PIECE, items.length);
    let piece = '';
    for (let at = from; at < to; at += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      if (at % ITEMS_PER_LOOK === 0 && turns.isOver()) await turns.rest();
      piece += write(items[at] ?? 0, at);
    }
    signal.throwIfAborted();
    yield piece;
    onProgress(to, items.length);
  }
}

/** Looks at items in the same manner. @throws the signal's reason when aborted */
export async function visited(items: Uint32Array, signal: AbortSignal, visit: (item: number) => void): Promise<void> {
  await everyPlace(items.length, signal, (at) => visit(items[at] ?? 0));
}

/** Looks at 0 to `count` - 1 in the same manner. @throws the signal's reason when aborted */
export async function everyPlace(count: number, signal: AbortSignal, visit: (at: number) => void): Promise<void> {
  const turns = new Turns(signal);
  for (let at = 0; at < count; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (at % ITEMS_PER_LOOK === 0 && turns.isOver()) await turns.rest();
    visit(at);
  }
  signal.throwIfAborted();
}

class Turns {
  readonly #signal: AbortSignal;
  #until = Date.now() + TURN;

  constructor(signal: AbortSignal) {
    signal.throwIfAborted();
    this.#signal = signal;
  }

  isOver(): boolean {
    return Date.now() >= this.#until;
  }

  async rest(): Promise<void> {
    await breath();
    this.#signal.throwIfAborted();
    this.#until = Date.now() + TURN;
  }
}

/** Lets the page answer. Not by a timeout: browsers hold those back, for a second each in a tab that nobody looks at. */
export function breath(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resume();
    });
    port1.start();
    port2.postMessage(null);
  });
}
