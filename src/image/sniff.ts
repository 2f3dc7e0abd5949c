import { ImageRefused, type ImageType } from './image-source.ts';

/** So many first bytes are enough to tell what a file is. */
export const SNIFF_BYTES = 512;

const CONVERT = 'Open it in an image editor and save it as PNG';
const LATER = 'TIFF comes in a later version';

interface Signature {
  readonly matches: (bytes: Uint8Array, text: string) => boolean;
  readonly is: ImageType | { readonly called: string; readonly todo: (name: string) => string };
}

const SIGNATURES: readonly Signature[] = [
  { matches: (b) => starts(b, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), is: 'png' },
  { matches: (b) => starts(b, 0xff, 0xd8, 0xff), is: 'jpeg' },
  { matches: (_, t) => /^GIF8[79]a/.test(t), is: 'gif' },
  { matches: (_, t) => t.startsWith('RIFF') && t.slice(8, 12) === 'WEBP', is: 'webp' },
  { matches: (_, t) => isBrand(t, ['avif', 'avis']), is: 'avif' },
  // "BM" alone starts many a text: the two reserved fields are 0 in every BMP.
  {
    matches: (b, t) => t.startsWith('BM') && b.length >= 18 && b.subarray(6, 10).every((byte) => byte === 0),
    is: 'bmp',
  },
  {
    matches: (_, t) => /^(?:II[*+]\0|MM\0[*+])/.test(t),
    is: {
      called: 'a TIFF image',
      todo: (name) => `Convert it, for example with “magick ${scan(name)}.tif ${scan(name)}.png”. ${LATER}.`,
    },
  },
  {
    matches: (_, t) => isPdf(t),
    is: {
      called: 'a PDF document',
      todo: (name) =>
        `Drop it on the page to choose one of its pages, or save the page as an image, for example with \`pdftoppm -r 300 -png ${scan(name)}.pdf page\`.`,
    },
  },
  {
    matches: (_, t) => isBrand(t, ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']),
    is: {
      called: 'a HEIC photo',
      todo: (name) =>
        `Convert it, for example with “magick ${scan(name)}.heic ${scan(name)}.png”, or export it as JPEG on the phone.`,
    },
  },
  {
    matches: (_, t) => t.startsWith('AT&TFORM'),
    is: {
      called: 'a DjVu document',
      todo: (name) =>
        `Convert it, for example with \`ddjvu -format=tiff ${scan(name)}.djvu ${scan(name)}.tif\` and then to PNG.`,
    },
  },
  {
    matches: (b, t) => starts(b, 0xff, 0x0a) || t.startsWith('\0\0\0\x0cJXL '),
    is: { called: 'a JPEG XL image', todo: () => `${CONVERT}.` },
  },
  {
    matches: (b, t) => t.startsWith('\0\0\0\x0cjP  ') || starts(b, 0xff, 0x4f, 0xff, 0x51),
    is: { called: 'a JPEG 2000 image', todo: () => `${CONVERT}.` },
  },
  { matches: (_, t) => t.startsWith('8BPS'), is: { called: 'a Photoshop document', todo: () => `${CONVERT}.` } },
  { matches: (b) => starts(b, 0, 0, 1, 0), is: { called: 'an icon', todo: () => `${CONVERT}.` } },
  { matches: (_, t) => /^P[1-7]\s/.test(t), is: { called: 'a PNM image', todo: () => `${CONVERT}.` } },
  {
    matches: (_, t) => t.startsWith('PK\x03\x04'),
    is: { called: 'a ZIP archive or an office document', todo: () => 'Unpack it and choose the image inside.' },
  },
  {
    matches: (_, t) => /<svg[\s>]/i.test(t),
    is: {
      called: 'an SVG drawing',
      todo: () => 'It has no pixels of its own. Export it as PNG at the size that was sent to the service.',
    },
  },
  {
    matches: (_, t) => /^\s*<(?:!doctype|html|\?xml)/i.test(t.replace(/^\u00ef\u00bb\u00bf/, '')),
    is: {
      called: 'a web page or XML file',
      todo: () => 'Save the image itself: open it alone, then use the browser’s “Save image as”.',
    },
  },
];

/**
 * The type by the first bytes, whatever the file is called. Throws ImageRefused, naming what it is and what to do, when it is
 * nothing that opens here.
 * @param bytes the first `SNIFF_BYTES` of the file, or all of a shorter one
 */
export function sniff(bytes: Uint8Array, name: string): ImageType {
  if (bytes.length === 0)
    throw new ImageRefused('The file is empty: it has 0 bytes.', 'Copy or download it again, or choose another file.');
  const text = String.fromCharCode(...bytes.subarray(0, SNIFF_BYTES));
  const found = SIGNATURES.find((signature) => signature.matches(bytes, text))?.is;
  if (typeof found === 'string') return found;
  const named = /\.(?:png|jpe?g|webp|gif|bmp|avif)$/i.test(name) ? ', although its name says otherwise' : '';
  if (found) throw new ImageRefused(`This is ${found.called}, which cannot be opened here${named}.`, found.todo(name));
  if (looksLikeText(bytes))
    throw new ImageRefused(
      `This is a text file, not an image${named}.`,
      'If it is an answer of the service, put it into “Paste an answer”. Otherwise choose the image: PNG, JPEG, WebP, GIF, BMP or AVIF.',
    );
  throw new ImageRefused(
    `The file is none of the image types that open here${named}.`,
    'Choose a PNG, JPEG, WebP, GIF, BMP or AVIF file, or convert it to PNG in an image editor.',
  );
}

/** Viewers look for its sign in the first kilobyte: some programs write something before it. */
export function isPdf(text: string): boolean {
  return text.includes('%PDF-');
}

function starts(bytes: Uint8Array, ...expected: readonly number[]): boolean {
  return expected.every((byte, at) => bytes[at] === byte);
}

/** Major or compatible brand of an ISO base media file. */
function isBrand(text: string, brands: readonly string[]): boolean {
  if (text.slice(4, 8) !== 'ftyp') return false;
  const length = Math.min(
    text.charCodeAt(0) * 0x1000000 + text.charCodeAt(1) * 0x10000 + text.charCodeAt(2) * 0x100 + text.charCodeAt(3),
    256,
  );
  for (let at = 8; at + 4 <= Math.min(length, text.length); at += 4)
    if (at !== 12 && brands.includes(text.slice(at, at + 4))) return true;
  return false;
}

/** No control characters but white space; UTF-8, mostly ASCII (Latin-1 and the like), or UTF-16 with its mark. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return true;
  if (!bytes.every(isPrintable)) return false;
  return isUtf8(bytes) || bytes.filter((byte) => byte < 0x80).length > bytes.length * 0.8;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A stream: the last letter may be cut by the end of what was looked at.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A file name to put into a command, when it is safe to paste into a shell; else a plain one. */
function scan(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '');
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,60}$/.test(stem) ? stem : 'scan';
}
