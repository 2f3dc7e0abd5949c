/** A portrait, as a photograph of the time: soft, toned, a man in a pea coat. */
export function portrait(context, width, height) {
  const back = context.createRadialGradient(width * 0.42, height * 0.3, 20, width / 2, height / 2, height * 0.75);
  back.addColorStop(0, '#d8d2c6');
  back.addColorStop(1, '#857d72');
  context.fillStyle = back;
  context.fillRect(0, 0, width, height);
  context.filter = 'blur(1.6px)';
  const shape = (colour, path) => {
    context.fillStyle = colour;
    context.fill(outlined(path));
  };
  shape('#2b2b30', 'M0 400 C6 322 62 296 118 282 L200 282 C256 296 310 322 316 400 Z');
  shape('#e7e2d8', 'M124 284 L158 344 L194 284 L182 268 L136 268 Z');
  shape('#1b1b1f', 'M118 282 L96 300 L150 400 L166 400 L158 344 Z M200 282 L222 300 L168 400 L160 400 L158 344 Z');
  shape('#b59a84', 'M128 230 L190 230 L190 276 C174 296 144 296 128 276 Z');
  const face = context.createLinearGradient(90, 0, 230, 0);
  face.addColorStop(0, '#dcc3ab');
  face.addColorStop(0.6, '#c9ab92');
  face.addColorStop(1, '#8f7562');
  shape(
    face,
    'M102 150 C98 92 128 70 160 70 C194 70 220 92 216 150 C214 204 192 252 160 254 C128 252 104 204 102 150 Z',
  );
  shape(
    '#4a3a2e',
    'M100 168 C104 226 124 268 160 270 C196 268 214 226 218 168 C212 196 200 206 186 204 C176 194 144 194 134 204 C118 206 108 196 100 168 Z',
  );
  shape('#7c5a4c', 'M142 213 Q160 220 178 213 Q160 228 142 213 Z');
  shape(
    '#24262d',
    'M92 112 C92 64 124 44 160 44 C198 44 228 64 226 112 C204 94 116 94 92 112 Z M84 118 C110 98 208 98 234 118 C210 112 108 112 84 118 Z',
  );
  shape('#2f2620', 'M122 142 q14 -8 28 -1 l0 4 q-14 -5 -28 1 Z M170 141 q14 -7 28 1 l0 4 q-14 -6 -28 -1 Z');
  context.fillStyle = '#33291f';
  for (const x of [137, 183]) {
    context.beginPath();
    context.ellipse(x, 156, 7, 4.4, 0, 0, Math.PI * 2);
    context.fill();
  }
  context.strokeStyle = '#8b6f5c';
  context.lineWidth = 3;
  context.stroke(new Path2D('M160 150 Q155 178 150 186 Q158 192 168 187'));
  context.filter = 'none';
  context.fillStyle = '#c9a227';
  for (const [x, y] of [
    [118, 340],
    [126, 372],
    [200, 340],
    [192, 372],
  ]) {
    context.beginPath();
    context.arc(x, y, 5, 0, Math.PI * 2);
    context.fill();
  }
  // One tone for all, and the corners fallen into shadow, as prints of the time have it.
  context.globalCompositeOperation = 'color';
  context.fillStyle = '#8d7758';
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'multiply';
  const corners = context.createRadialGradient(
    width * 0.48,
    height * 0.4,
    height * 0.22,
    width / 2,
    height / 2,
    height * 0.72,
  );
  corners.addColorStop(0, '#fff');
  corners.addColorStop(1, '#8a7f70');
  context.fillStyle = corners;
  context.fillRect(0, 0, width, height);
}

function outlined(path) {
  return new Path2D(path);
}
