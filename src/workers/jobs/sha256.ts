/** Lower-case hex; null where the page is not in a secure context, which is where browsers withhold hashing. Nothing is read then. */
export async function sha256Hex(
  bytes: () => BufferSource | Promise<BufferSource>,
  scope: { readonly crypto?: Partial<Pick<Crypto, 'subtle'>> } = globalThis,
): Promise<string | null> {
  const subtle = scope.crypto?.subtle;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', await bytes()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
