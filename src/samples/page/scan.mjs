import { seeded } from './random.mjs';

/**
 * Makes a scan of a clean page: ink that spreads into the paper, uneven inking, paper with a tone and a grain,
 * uneven light, the other side showing through, specks.
 * @param {{ clean: string, look: object, boxes: { box: number[], tight: boolean }[] }} input clean: PNG as a data URL
 * @returns {Promise<{ boxes: number[][], pixels: string, jpeg: string }>} boxes shrunk to their ink; Base64 of gray bytes; a JPEG data URL
 */
export async function scan({ clean, look, boxes }) {
  const random = seeded(look.seed);
  const picture = new Image();
  picture.src = clean;
  await picture.decode();
  const { naturalWidth: width, naturalHeight: height } = picture;

  const sharp = pixelsOf((context) => context.drawImage(picture, 0, 0));
  const ink = pixelsOf((context) => {
    context.filter = `blur(${look.spread}px)`;
    context.drawImage(picture, 0, 0);
  });
  const behind = pixelsOf((context) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.filter = 'blur(2.4px) grayscale(1)';
    context.translate(width + look.shift, 14);
    context.scale(-1, 1);
    context.drawImage(picture, 0, 0);
  });
  const clouds = noise(180, 2);
  const fibres = noise(5, 2);
  const grain = noise(2, 1);

  const out = new ImageData(width, height);
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const light = lightAt(x / width, y / height) * (1 + (clouds[at] - 0.5) * look.stains);
      const press = 1 - look.weak * Math.max(0, clouds[(at * 7 + 31) % clouds.length] * 0.3 + fibres[at] * 0.7 - 0.3);
      const through = 1 - (1 - behind[at * 4] / 255) * look.through;
      const dust = (random() + random() + random() - 1.5) * look.dust;
      for (let c = 0; c < 3; c += 1) {
        const edge = ink[at * 4 + c] / 255;
        // Steeper than the blur: ink ends abruptly, but not in a straight line.
        const kept = Math.min(
          1,
          Math.max(
            0,
            (edge - 0.5) * look.contrast + 0.5 + (grain[at] - 0.5) * look.ragged * (1 - Math.abs(edge - 0.5) * 2),
          ),
        );
        const paper = look.paper[c] * light * through * (1 + (fibres[at] - 0.5) * look.fibres);
        const printed = paper - (paper - look.ink[c] - (1 - press) * 60) * (1 - kept);
        out.data[at * 4 + c] = Math.round(printed + dust);
      }
      out.data[at * 4 + 3] = 255;
    }
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context.putImageData(out, 0, 0);
  specks(context);
  const done = context.getImageData(0, 0, width, height).data;
  for (let at = 0; at < gray.length; at += 1)
    gray[at] = Math.round(done[at * 4] * 0.299 + done[at * 4 + 1] * 0.587 + done[at * 4 + 2] * 0.114);

  return {
    boxes: boxes.map(({ box, tight }) => (tight ? shrink(box) : box)),
    pixels: await base64(new Blob([gray])),
    jpeg: await base64(await canvas.convertToBlob({ type: 'image/jpeg', quality: look.quality })),
  };

  function pixelsOf(draw) {
    const layer = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    draw(layer);
    return layer.getImageData(0, 0, width, height).data;
  }

  /** Soft noise with grains of some `size` pixels, 0 to 1. */
  function noise(size, octaves) {
    const sum = new Float32Array(width * height);
    for (let octave = 0; octave < octaves; octave += 1) {
      const step = size / 2 ** octave;
      const [w, h] = [Math.ceil(width / step) + 2, Math.ceil(height / step) + 2];
      const small = new ImageData(w, h);
      for (let i = 0; i < w * h; i += 1) {
        small.data.fill(Math.floor(random() * 256), i * 4, i * 4 + 3);
        small.data[i * 4 + 3] = 255;
      }
      const source = new OffscreenCanvas(w, h);
      source.getContext('2d').putImageData(small, 0, 0);
      const large = pixelsOf((layer) => {
        layer.imageSmoothingQuality = 'high';
        layer.drawImage(source, 0, 0, w * step, h * step);
      });
      for (let i = 0; i < sum.length; i += 1) sum[i] += large[i * 4] / 255 / octaves;
    }
    return sum;
  }

  /** The lamp, and the shadow where the page bends into the binding or lifts off the glass. */
  function lightAt(u, v) {
    const lamp = 1 - look.vignette * ((u - 0.56) ** 2 + (v - 0.42) ** 2);
    const gutter = 1 - look.gutter * Math.exp(-u / 0.035) - look.gutter * 0.35 * Math.exp(-u / 0.11);
    const lift = 1 - look.lift * Math.exp(-(1 - u) / 0.012) - look.lift * 0.7 * Math.exp(-(1 - v) / 0.01);
    return lamp * gutter * lift;
  }

  function specks(layer) {
    for (let i = 0; i < look.specks; i += 1) {
      const [x, y, r] = [random() * width, random() * height, 0.35 + random() ** 9 * 2.2];
      layer.fillStyle =
        random() < 0.75 ? `rgb(40 32 20 / ${0.15 + random() * 0.4})` : `rgb(255 252 240 / ${0.2 + random() * 0.4})`;
      layer.beginPath();
      layer.ellipse(x, y, r * (0.6 + random()), r, random() * 3, 0, Math.PI * 2);
      layer.fill();
    }
  }

  /** As a detector would put it: around the ink, with a little air. */
  function shrink([x1, y1, x2, y2]) {
    let [left, top, right, bottom] = [x2, y2, x1, y1];
    for (let y = Math.max(0, y1); y < Math.min(height, y2); y += 1) {
      for (let x = Math.max(0, x1); x < Math.min(width, x2); x += 1) {
        if (sharp[(y * width + x) * 4 + 1] > 150) continue;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
      }
    }
    return right > left ? [left - look.air, top - look.air, right + look.air, bottom + look.air] : [x1, y1, x2, y2];
  }
}

async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_190) text += String.fromCharCode(...bytes.subarray(at, at + 8_190));
  return btoa(text);
}
