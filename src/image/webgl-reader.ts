import type { PieceReader } from './read-back.ts';

/**
 * Straight alpha, bit for bit: the bitmap was made with `premultiplyAlpha: 'none'`, goes into a texture as it is and comes
 * back with `readPixels`. Null where WebGL 2 is missing. The first row of a texture is the top row of the bitmap.
 */
export function webglReader(): PieceReader | null {
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, premultipliedAlpha: false });
  if (!gl) return null;
  const limit: unknown = gl.getParameter(gl.MAX_TEXTURE_SIZE);
  const maxSide = Math.min(4096, typeof limit === 'number' ? limit : 2048);
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);

  return {
    maxSide,
    read(bitmap, { x, y, width, height }) {
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, x);
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
      const rgba = new Uint8ClampedArray(width * height * 4);
      gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(rgba.buffer));
      const error = gl.getError();
      if (error !== gl.NO_ERROR || gl.isContextLost())
        throw new Error('The graphics driver stopped while pixels were read. Open the image again.');
      return rgba;
    },
    dispose() {
      gl.deleteTexture(texture);
      gl.deleteFramebuffer(framebuffer);
      gl.getExtension('WEBGL_lose_context')?.loseContext();
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}
