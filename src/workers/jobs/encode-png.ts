import encode, { init } from '@jsquash/png/encode.js';
import wasm from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm?url';
import type { CropToEncode } from '../jobs.ts';
import { withColourChunks } from './png-chunks.ts';

/** RGBA, 8 bits a channel, straight from the numbers: no canvas and so no premultiplied alpha in between. */
export async function encodePng(crop: CropToEncode): Promise<{ bytes: Uint8Array<ArrayBuffer>; notes: string[] }> {
  // The .wasm is a file of this origin: a data: address would be blocked by the policy.
  await init(wasm).catch((cause: unknown) => {
    throw new Error(
      'The PNG encoder could not be loaded. Check that the server of this page still runs, then reload it.',
      {
        cause,
      },
    );
  });
  // The encoder takes the whole buffer behind the view, whatever part of it the view shows.
  const exact = crop.rgba.byteLength === crop.rgba.buffer.byteLength ? crop.rgba : crop.rgba.slice();
  const png = new Uint8Array(await encode(new ImageData(exact, crop.width, crop.height)));
  return { bytes: withColourChunks(png, crop.colourChunks), notes: [] };
}
