import { concat } from '../core/concat.ts';
import { crc32 } from './headers/crc32.ts';
import { GRAY_PROFILE_NOTE } from './headers/png.ts';
import type { ImageHeader } from './headers/header.ts';

/** The colour space of an ICC profile stands at byte 16 of its header (ICC.1:2010, 7.2.6). */
const COLOUR_SPACE = 16;
const ICC_HEADER = 128;

/**
 * The chunks that give the stored numbers their colours, for PNG crops: those of a PNG as they are, the ICC profile of
 * another format as a new iCCP chunk. A profile that is not one for RGB does not fit RGB pixels and is left out, with a note.
 */
export async function colourChunksOf(
  header: ImageHeader,
): Promise<{ chunks: Uint8Array<ArrayBuffer>; notes: string[] }> {
  const { icc } = header;
  if (!icc || icc.length < ICC_HEADER) return { chunks: concat(Uint8Array, header.colourChunks), notes: [] };
  const space = String.fromCharCode(...icc.subarray(COLOUR_SPACE, COLOUR_SPACE + 4)).trim();
  if (space === 'RGB') return { chunks: await iccpChunk(icc), notes: [] };
  const note =
    space === 'GRAY'
      ? GRAY_PROFILE_NOTE
      : `The colour profile is one for ${space.replace(/[^A-Za-z0-9]/g, '') || 'other'} pictures and does not fit RGB, so PNG crops leave it out.`;
  return { chunks: new Uint8Array(0), notes: [note] };
}

/** PNG specification, 11.3.2.3: name, 0, compression method 0, zlib stream. */
async function iccpChunk(profile: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const name = new TextEncoder().encode('ICC profile\0\0');
  const packed = new Uint8Array(
    await new Response(new Blob([profile]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer(),
  );
  return pngChunk('iCCP', concat(Uint8Array, [name, packed]));
}

function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}
