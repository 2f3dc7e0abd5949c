/** Numbers of one kind, one part behind the other in new memory. */
export function concat(Kind: Uint8ArrayConstructor, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer>;
export function concat(Kind: Uint32ArrayConstructor, parts: readonly Uint32Array[]): Uint32Array<ArrayBuffer>;
export function concat(
  Kind: Uint8ArrayConstructor | Uint32ArrayConstructor,
  parts: readonly (Uint8Array | Uint32Array)[],
): Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
  const whole = new Kind(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
