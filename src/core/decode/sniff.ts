/** What a file is by its first bytes. Names and Content-Types are not asked: they lie. */
export interface FileKind {
  readonly type: 'png' | 'jpeg' | 'gif' | 'bmp' | 'webp' | 'avif' | 'tiff' | 'pdf' | 'zip' | 'wav' | 'markup';
  /** With its article, to stand in a sentence. */
  readonly noun: string;
  readonly image: boolean;
}

/** `?` stands for any byte. */
const MAGIC: readonly (readonly [FileKind['type'], string, boolean, ...(readonly string[])])[] = [
  ['png', 'a PNG image', true, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 'a JPEG image', true, '\xff\xd8\xff'],
  ['gif', 'a GIF image', true, 'GIF87a', 'GIF89a'],
  ['webp', 'a WebP image', true, 'RIFF????WEBP'],
  ['avif', 'an AVIF image', true, '????ftypavif', '????ftypavis'],
  ['tiff', 'a TIFF image', true, 'II*\0', 'MM\0*'],
  // Two letters are a weak sign, so the reserved zeros of the header are asked for as well.
  ['bmp', 'a BMP image', true, 'BM????\0\0\0\0'],
  ['pdf', 'a PDF document', false, '%PDF-'],
  ['zip', 'a ZIP or Office file', false, 'PK\x03\x04'],
  ['wav', 'a sound file', false, 'RIFF????WAVE'],
];
const MARKUP = /^\s*<(?:!doctype\s+html|html[\s>]|\?xml\s)/i;

/** First bytes that a file of a known kind can have; its name of a brand stands behind the first four, whatever they are. */
const FIRST_BYTES = new Set(MAGIC.flatMap(([, , , ...signatures]) => signatures.map((first) => first.charCodeAt(0))));
const BRAND = 'f'.charCodeAt(0);

/** Quick, and true too often: `sniffBytes` has the word. False: they are of no known kind. */
export function mayBeFile(bytes: Uint8Array): boolean {
  return FIRST_BYTES.has(bytes[0] ?? -1) || bytes[4] === BRAND;
}

export function sniffBytes(bytes: Uint8Array): FileKind | null {
  for (const [type, noun, image, ...signatures] of MAGIC) {
    if (signatures.some((signature) => begins(bytes, signature))) return { type, noun, image };
  }
  return null;
}

/** HTML, hOCR or XML by the first characters. */
export function sniffMarkup(text: string): FileKind | null {
  return MARKUP.test(text.slice(0, 200)) ? { type: 'markup', noun: 'an hOCR, HTML or XML page', image: false } : null;
}

function begins(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let at = 0; at < signature.length; at += 1) {
    if (signature[at] !== '?' && signature.charCodeAt(at) !== bytes[at]) return false;
  }
  return true;
}
