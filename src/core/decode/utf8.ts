import type { Problem } from '../problem.ts';

export interface TextReading {
  /** What could not be read stands as U+FFFD. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** UTF-8 to text, with the offset of what is not UTF-8. A UTF-16 text is known by its byte order mark. Never throws. */
export function readUtf8(bytes: Uint8Array<ArrayBuffer>, where: string): TextReading {
  const utf16 = utf16Label(bytes);
  if (utf16) {
    const what = `is UTF-16, not UTF-8 (byte order mark ${utf16 === 'utf-16le' ? 'FF FE' : 'FE FF'}); read as UTF-16`;
    return { text: new TextDecoder(utf16).decode(bytes), problems: [{ where, what, severity: 'warning' }] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), problems: [] };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), problems: [notUtf8(bytes, where)] };
  }
}

/** Offset of the first byte that no UTF-8 has there (Unicode 15, table 3-7), or -1. */
export function firstBadUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Length of the well-formed sequence that begins at `at`, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  // Narrower than 80..BF: no overlong forms, no surrogates, nothing above U+10FFFF.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const secondFits = second >= low && second <= high;
  if (lead >= 0xc2 && lead <= 0xdf) return secondFits ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) return secondFits && isTrail(bytes[at + 2]) ? 3 : 0;
  if (lead >= 0xf0 && lead <= 0xf4) return secondFits && isTrail(bytes[at + 2]) && isTrail(bytes[at + 3]) ? 4 : 0;
  return 0;
}

function isTrail(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function notUtf8(bytes: Uint8Array, where: string): Problem {
  const offset = firstBadUtf8(bytes);
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    where,
    what: `is not UTF-8: byte ${offset} is ${byte}, counted from 0 in the decoded bytes; shown as \uFFFD`,
    at: { byte: offset },
    todo: 'The raw answer can be saved, to read it in another encoding.',
    severity: 'warning',
  };
}
