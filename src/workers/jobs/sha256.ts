import { sha256Here } from './sha256-here.ts';

/** Bytes from which on the browser's own is faster, for all that it costs to ask. */
const ASK_FROM = 8192;

/** Lower-case hex; null where the page is not in a secure context, which is where browsers withhold hashing. Nothing is read then. */
export async function sha256Hex(
  bytes: () => BufferSource | Promise<BufferSource>,
  scope: { readonly crypto?: Partial<Pick<Crypto, 'subtle'>> } = globalThis,
): Promise<string | null> {
  const subtle = scope.crypto?.subtle;
  if (!subtle) return null;
  const source = await bytes();
  const here = source instanceof Uint8Array && source.length < ASK_FROM;
  const digest = here ? sha256Here(source) : new Uint8Array(await subtle.digest('SHA-256', source));
  return hex(digest);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}
