import type { Size } from '../../core/geometry/space.ts';
import { bytesIn, CutShort, type FileBytes, fourLetters } from '../file-bytes.ts';
import { refuseUnfit } from '../limits.ts';
import { type Box, boxesIn, findBox } from './boxes.ts';
import { damaged, type ImageHeader, MAX_PROFILE, plainHeader } from './header.ts';

/** `urn:mpeg:mpegB:cicp:systems:auxiliary:alpha` and its HEVC sibling both end like this. */
const ALPHA_URN = 'auxid:1';
const ALPHA_NAME = 'alpha';

/**
 * Reads the properties of the primary item (ISO/IEC 23008-12; AV1 Image File Format 1.1). `irot` and `imir` are part of the
 * picture: every browser applies them, so they count as stored, and EXIF inside an AVIF is ignored by all.
 */
export async function readAvifHeader(bytes: FileBytes): Promise<ImageHeader> {
  const top = await boxesIn(bytes, 0, bytes.size);
  const ftyp = top.boxes.find((box) => box.type === 'ftyp');
  const meta = top.boxes.find((box) => box.type === 'meta');
  const moov = top.boxes.find((box) => box.type === 'moov');
  if (!top.sound && !top.boxes.some((box) => box.type === 'mdat')) throw new CutShort(bytes.size + 1);
  if (!meta) throw damaged('avif', 'it has no header with its size');

  const properties = await primaryProperties(bytes, { at: meta.at + 4, end: meta.end });
  const size = await sizeOf(bytes, properties.primary);
  if (!size) throw damaged('avif', 'it has no header with its size');
  refuseUnfit('AVIF', size);
  if (!top.sound) throw new CutShort(bytes.size + 1);

  const sequence = ftyp ? fourLetters(await bytes.read(ftyp.at, 4), 0) === 'avis' : false;
  const frames = sequence && moov ? await sampleCount(bytes, moov) : 1;
  return {
    ...plainHeader('avif', size),
    sizeMayDiffer: true,
    bitsPerChannel: await bitsOf(bytes, properties.primary),
    alpha: await hasAlpha(bytes, properties.all),
    frames,
    icc: await profileOf(bytes, properties.primary),
  };
}

async function primaryProperties(
  bytes: FileBytes,
  meta: Pick<Box, 'at' | 'end'>,
): Promise<{ all: Box[]; primary: Box[] }> {
  const pitm = await findBox(bytes, meta, ['pitm']);
  const ipco = await findBox(bytes, meta, ['iprp', 'ipco']);
  const ipma = await findBox(bytes, meta, ['iprp', 'ipma']);
  if (!pitm || !ipco || !ipma) throw damaged('avif', 'the table of its properties is missing');
  const long = (await bytes.read(pitm.at, 1)).getUint8(0) > 0;
  const item = await bytes.read(pitm.at + 4, long ? 4 : 2);
  const primary = long ? item.getUint32(0) : item.getUint16(0);

  const { boxes: all } = await boxesIn(bytes, ipco.at, ipco.end);
  const chosen = (await associations(bytes, ipma, primary)).flatMap((index) => all[index - 1] ?? []);
  return { all, primary: chosen };
}

/** Indices (from 1) of the properties of an item (ISO/IEC 23008-12, 9.3.1). */
async function associations(bytes: FileBytes, ipma: Box, item: number): Promise<number[]> {
  const view = await bytes.read(ipma.at, Math.min(ipma.end - ipma.at, MAX_PROFILE));
  if (view.byteLength < 8) return [];
  const wideItems = view.getUint8(0) > 0;
  const wideIndices = (view.getUint8(3) & 1) === 1;
  const entries = view.getUint32(4);
  let at = 8;
  for (let entry = 0; entry < entries && at + (wideItems ? 5 : 3) <= view.byteLength; entry += 1) {
    const id = wideItems ? view.getUint32(at) : view.getUint16(at);
    at += wideItems ? 4 : 2;
    const count = view.getUint8(at);
    at += 1;
    const width = wideIndices ? 2 : 1;
    if (at + count * width > view.byteLength) return [];
    if (id === item)
      return Array.from({ length: count }, (_, n) =>
        wideIndices ? view.getUint16(at + n * 2) & 0x7fff : view.getUint8(at + n) & 0x7f,
      );
    at += count * width;
  }
  return [];
}

async function sizeOf(bytes: FileBytes, properties: readonly Box[]): Promise<Size | null> {
  const ispe = await contentOf(bytes, properties, 'ispe', 12);
  if (!ispe) return null;
  const size = { width: ispe.getUint32(4), height: ispe.getUint32(8) };
  const irot = await contentOf(bytes, properties, 'irot', 1);
  const sideways = irot !== null && (irot.getUint8(0) & 1) === 1;
  return sideways ? { width: size.height, height: size.width } : size;
}

async function bitsOf(bytes: FileBytes, properties: readonly Box[]): Promise<number> {
  const pixi = await contentOf(bytes, properties, 'pixi', 6);
  return pixi ? pixi.getUint8(5) : 8;
}

async function hasAlpha(bytes: FileBytes, properties: readonly Box[]): Promise<boolean> {
  for (const box of properties) {
    if (box.type !== 'auxC') continue;
    const urn = new TextDecoder().decode(await bytes.read(box.at, Math.min(box.end - box.at, 256)));
    if (urn.includes(ALPHA_NAME) || urn.includes(ALPHA_URN)) return true;
  }
  return false;
}

async function profileOf(bytes: FileBytes, properties: readonly Box[]): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const box of properties) {
    const length = box.end - box.at;
    if (box.type !== 'colr' || length <= 4 || length > MAX_PROFILE) continue;
    const view = await bytes.read(box.at, length);
    if (fourLetters(view, 0) === 'prof' || fourLetters(view, 0) === 'rICC') return bytesIn(view).slice(4);
  }
  return null;
}

async function sampleCount(bytes: FileBytes, moov: Box): Promise<number> {
  const stsz = await findBox(bytes, moov, ['trak', 'mdia', 'minf', 'stbl', 'stsz']);
  if (!stsz || stsz.end - stsz.at < 12) return 2; // A sequence has more than one picture, whatever its tables say.
  return Math.max(1, (await bytes.read(stsz.at + 8, 4)).getUint32(0));
}

async function contentOf(
  bytes: FileBytes,
  properties: readonly Box[],
  type: string,
  least: number,
): Promise<DataView<ArrayBuffer> | null> {
  const box = properties.find((one) => one.type === type);
  return box && box.end - box.at >= least ? bytes.read(box.at, least) : null;
}
