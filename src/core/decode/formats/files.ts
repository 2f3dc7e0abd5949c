import type { Format } from '../format.ts';
import type { ResultFile } from '../decoded.ts';
import { isReadable, isTyped, type Payload } from '../payload.ts';
import type { FileKind } from '../sniff.ts';

type NamedFile = Omit<ResultFile, 'entry' | 'size'>;

/**
 * PDF, Office, images, sound and what is not known: named by content, kept as they came. They hold no plain text of a region,
 * and are no problem of a recognition: the page lists them under Files in this answer.
 */
export const filesFormat: Format = {
  name: 'Other files',
  matches: (payload, { kind }) => fileOf(payload, kind === 'detection') !== null,
  read: (payload, { kind }) => {
    const named = fileOf(payload, kind === 'detection') ?? UNKNOWN;
    const { where } = payload;
    const file = { ...named, size: payload.received.length };
    if (kind === 'recognition') return { as: 'file', file, problems: [] };
    const what = `is ${named.noun}, which is neither plain text nor a list of rectangles, so it is not shown`;
    const todo = 'If this is the answer of a recognition task, give its ID in the field Recognition task ID.';
    return { as: 'file', file, problems: [{ where, what, todo, severity: 'warning' }] };
  },
};

/** Behind all that is known: bytes that are no text, of a type of their own. */
export const unknownFormat: Format = {
  name: 'Unknown',
  matches: (payload) => !PLAIN.has(typeOf(payload)) && !isReadable(payload),
  read: (payload) => ({ as: 'file', file: { ...UNKNOWN, size: payload.received.length }, problems: [] }),
};

const UNKNOWN: NamedFile = {
  noun: 'a file of a kind that is not known here',
  extension: 'bin',
  mime: 'application/octet-stream',
};
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const EXCEL: NamedFile = { noun: 'an Excel workbook', extension: 'xlsx', mime: `${OFFICE}.spreadsheetml.sheet` };
const WORD: NamedFile = { noun: 'a Word document', extension: 'docx', mime: `${OFFICE}.wordprocessingml.document` };
const OLD_OFFICE: NamedFile = {
  noun: 'an Excel workbook of the old kind',
  extension: 'xls',
  mime: 'application/vnd.ms-excel',
};

const BY_TYPE: Readonly<Record<FileKind['type'], Omit<NamedFile, 'noun'>>> = {
  png: { extension: 'png', mime: 'image/png' },
  jpeg: { extension: 'jpg', mime: 'image/jpeg' },
  gif: { extension: 'gif', mime: 'image/gif' },
  bmp: { extension: 'bmp', mime: 'image/bmp' },
  webp: { extension: 'webp', mime: 'image/webp' },
  avif: { extension: 'avif', mime: 'image/avif' },
  tiff: { extension: 'tif', mime: 'image/tiff' },
  pdf: { extension: 'pdf', mime: 'application/pdf' },
  zip: { extension: 'zip', mime: 'application/zip' },
  wav: { extension: 'wav', mime: 'audio/wav' },
  markup: { extension: 'html', mime: 'text/html' },
};

/** A detection can make nothing of markup and of JSON results either. */
function fileOf(payload: Payload, detection: boolean): NamedFile | null {
  const kind = payload.file();
  if (kind && kind.type !== 'markup') return kind.type === 'zip' ? officeFile(payload) : named(kind);
  // A page of text may well show markup: what calls itself Text is text.
  if (kind && detection && !isTyped(payload, 'text')) return named(kind);
  if (detection && isTyped(payload, 'json') && !beginsAsRectangles(payload)) {
    return { noun: 'a JSON result', extension: 'json', mime: 'application/json' };
  }
  if (begins(payload.bytes, OLD_OFFICE_BYTES)) return OLD_OFFICE;
  return detection && !TYPES_OF_LISTS.has(typeOf(payload)) && !isReadable(payload) ? UNKNOWN : null;
}

/** What lists of rectangles are called, in whatever encoding of text. */
const TYPES_OF_LISTS = new Set(['', 'text', 'other', 'json', 'html', 'xml', 'csv', 'tsv']);

function named(kind: FileKind): NamedFile {
  return { noun: kind.noun, ...BY_TYPE[kind.type] };
}

/** Compound File Binary: Office before 2007. */
const OLD_OFFICE_BYTES = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An Office file is a ZIP with certain names, which stand in its directory at the end. */
function officeFile({ bytes }: Payload): NamedFile {
  const names = new TextDecoder('latin1').decode(bytes.subarray(-DIRECTORY));
  if (names.includes('xl/workbook')) return EXCEL;
  if (names.includes('word/document')) return WORD;
  return { noun: 'a ZIP or Office file', ...BY_TYPE.zip };
}

const DIRECTORY = 65_536;

/** A list, or lists, of numbers are what a detection sends, whatever it calls them. */
function beginsAsRectangles({ bytes }: Payload): boolean {
  return /^\s*\[\s*(?:\]|\[?\s*-?\d)/.test(new TextDecoder().decode(bytes.subarray(0, 100)));
}

/** Types of plain text. Those of the formats are taken by them before. */
const PLAIN = new Set(['', 'text', 'other', 'html']);

function typeOf({ type }: Payload): string {
  return type?.trim().toLowerCase() ?? '';
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
