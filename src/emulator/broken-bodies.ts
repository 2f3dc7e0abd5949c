/** Bodies that do not arrive as they should. */
import type { Wait } from './wait.ts';

/**
 * The connection broke. As an error of a fetch it is the TypeError that browsers give; the mount over HTTP
 * resets the socket when it sees one.
 */
export class ConnectionReset extends TypeError {
  override readonly name = 'TypeError';

  constructor() {
    super('Failed to fetch');
  }
}

/** The first half of the text, then the connection breaks. */
export function cutBody(text: string): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream(
    {
      pull(controller) {
        if (sent) controller.error(new ConnectionReset());
        else controller.enqueue(firstHalf(text));
        sent = true;
      },
    },
    { highWaterMark: 0 },
  );
}

/** The first half of the text, then silence until the client gives up. */
export function stalledBody(text: string, wait: Wait, signal: AbortSignal): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream(
    {
      async pull(controller) {
        if (sent) await wait(Infinity, signal);
        else controller.enqueue(firstHalf(text));
        sent = true;
      },
    },
    { highWaterMark: 0 },
  );
}

/** The whole text in `drops` pieces, `pause` milliseconds apart. */
export function drippingBody(
  text: string,
  drops: number,
  pause: number,
  wait: Wait,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const size = Math.max(1, Math.ceil(bytes.length / drops));
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (at > 0) await wait(pause, signal);
        controller.enqueue(bytes.subarray(at, at + size));
        at += size;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** JSON that goes on and on: `megabytes` of white space before its end. */
export function hugeBody(megabytes: number): ReadableStream<Uint8Array> {
  const blank = new Uint8Array(1_048_576).fill(0x20);
  let left = megabytes;
  return new ReadableStream(
    {
      pull(controller) {
        if (left-- > 0) return controller.enqueue(blank);
        controller.enqueue(new TextEncoder().encode('{}'));
        return controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

function firstHalf(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
