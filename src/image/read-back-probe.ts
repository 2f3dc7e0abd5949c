const SIDE = 16;

/** Some browsers answer read-back with noise, against fingerprinting: known numbers are written and read once. */
export function probeCanvas(): 'exact' | 'noisy' {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) return 'noisy';
  const wanted = noisePattern(255);
  context.putImageData(new ImageData(wanted, SIDE, SIDE), 0, 0);
  return same(context.getImageData(0, 0, SIDE, SIDE).data, wanted) ? 'exact' : 'noisy';
}

export function probeWebgl(): 'exact' | 'noisy' | 'missing' {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { antialias: false, depth: false });
  if (!gl) return 'missing';
  const wanted = noisePattern(null);
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, SIDE, SIDE, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(wanted.buffer));
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const found = new Uint8Array(wanted.length);
  gl.readPixels(0, 0, SIDE, SIDE, gl.RGBA, gl.UNSIGNED_BYTE, found);
  gl.deleteTexture(texture);
  gl.deleteFramebuffer(framebuffer);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return same(found, wanted) ? 'exact' : 'noisy';
}

/** A square in straight RGBA. Every byte takes many values; `alpha` null lets alpha vary too. */
export function noisePattern(alpha: number | null): Uint8ClampedArray<ArrayBuffer> {
  const numbers = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = (at * 37 + (at >> 3)) & 255;
  if (alpha !== null) for (let at = 3; at < numbers.length; at += 4) numbers[at] = alpha;
  return numbers;
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.prototype.every.call(a, (value: number, at: number) => value === b[at]);
}
