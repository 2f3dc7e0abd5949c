import { type FileBytes, fourLetters } from '../file-bytes.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2): where its content starts and ends in the file. */
export interface Box {
  readonly type: string;
  readonly at: number;
  readonly end: number;
}

/** More boxes side by side than this is no picture but an attack. */
const MOST = 10_000;

/**
 * The boxes between two places, in order. A box that says it is longer than what holds it, or shorter than its own header,
 * ends the list there: `sound` is false then.
 */
export async function boxesIn(bytes: FileBytes, from: number, to: number): Promise<{ boxes: Box[]; sound: boolean }> {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const head = await bytes.read(at, 8);
    const type = fourLetters(head, 4);
    let length = head.getUint32(0);
    let content = at + 8;
    if (length === 1) {
      if (at + 16 > to) return { boxes, sound: false };
      length = Number((await bytes.read(at + 8, 8)).getBigUint64(0));
      content = at + 16;
    } else if (length === 0) length = to - at; // Up to the end.
    if (at + length < content || at + length > to || boxes.length === MOST) return { boxes, sound: false };
    boxes.push({ type, at: content, end: at + length });
    at += length;
  }
  return { boxes, sound: true };
}

/** Follows a path of box types, first of each; `skip` bytes of version and flags stand before the children of a full box. */
export async function findBox(
  bytes: FileBytes,
  within: Pick<Box, 'at' | 'end'>,
  path: readonly (string | readonly [string, number])[],
): Promise<Box | null> {
  let here = within;
  let found: Box | null = null;
  for (const step of path) {
    const [type, skip] = typeof step === 'string' ? [step, 0] : step;
    found = (await boxesIn(bytes, here.at, here.end)).boxes.find((box) => box.type === type) ?? null;
    if (!found) return null;
    here = { at: found.at + skip, end: found.end };
  }
  return found;
}
