/**
 * A file of pieces that come one by one. They stand in Blobs, which the browser keeps outside the page's own memory; texts are
 * written as UTF-8.
 *
 * @throws what `pieces` throws; an Error in words when the browser has no room to keep it
 */
export async function collectChunks(
  pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
  mime: string,
): Promise<Blob> {
  const blobs: Blob[] = [];
  for await (const piece of pieces) if (piece.length > 0) blobs.push(new Blob([piece]));
  const whole = new Blob(blobs, { type: mime });
  try {
    // A Blob for which there was no room says so only when it is read, which would be after the person was told that all is well.
    await whole.slice(-1).arrayBuffer();
    return whole;
  } catch (cause) {
    const megabytes = Math.ceil(whole.size / 1e6).toLocaleString('en-US');
    throw new Error(
      `The browser had no room to keep a file of ${megabytes} MB. Free some disk space, or export fewer regions at once.`,
      { cause },
    );
  }
}
