/** The pictures on the pages. Runs inside the page: everything it needs is within `drawPictures`. */
export function drawPictures() {
  const waves = (x, y) => Math.sin(x * 0.05 + Math.sin(y * 0.11) * 2.4) * 0.5 + Math.sin(x * 0.021 - y * 0.19) * 0.5;

  const engraving = document.getElementById('engraving') ?? document.getElementById('cut');
  if (engraving) engrave(engraving);
  for (const [id, draw] of Object.entries({ guilloche, photo, signature, stamp })) {
    const canvas = document.getElementById(id);
    if (canvas) draw(canvas.getContext('2d'), canvas.width, canvas.height);
  }
  typewriter();

  /** A line engraving: parallel lines whose width is the darkness of what they cross. */
  function engrave(canvas) {
    const context = canvas.getContext('2d');
    const { width, height } = canvas;
    const scale = width / 640;
    const whale = new Path2D();
    whale.addPath(
      new Path2D(
        'M70 196 C74 150 120 128 190 124 C270 118 350 132 414 152 C452 164 484 168 508 150 C512 128 528 108 560 98 C552 118 548 132 552 144 C572 140 592 144 606 158 C580 164 556 172 536 186 C500 208 440 222 380 224 L120 226 C84 226 68 218 70 196 Z',
      ),
      new DOMMatrix().scale(scale, height / 300),
    );
    const boat = new Path2D();
    boat.addPath(
      new Path2D(
        'M520 232 q40 22 92 2 l-8 20 q-40 14 -72 -2 Z M545 236 l6 -26 8 26 Z M570 238 l5 -30 9 30 Z M598 206 l3 0 -34 -38 -2 2 Z',
      ),
      new DOMMatrix().scale(scale, height / 300),
    );
    const ship = new Path2D();
    ship.addPath(
      new Path2D(
        'M38 108 l60 0 -8 14 -44 0 Z M52 106 l0 -56 M50 52 q22 20 4 50 Z M74 46 q26 26 4 56 l-6 0 q10 -26 2 -56 Z',
      ),
      new DOMMatrix().scale(scale, height / 300),
    );
    const horizon = height * 0.4;
    const darkness = (x, y) => {
      const [u, v] = [x / scale, (y * 300) / height];
      if (context.isPointInPath(boat, x, y)) return 0.95;
      if (context.isPointInPath(whale, x, y)) {
        // White, shaded towards the water; an eye, a jaw, and folds.
        if (Math.hypot(u - 168, v - 186) < 5) return 1;
        if (Math.abs(v - (206 + Math.sin(u * 0.03) * 4)) < 2 && u < 210) return 0.8;
        return Math.max(0.05, ((v - 128) / 96) ** 2.1 * 0.8 + waves(u * 1.4, v) * 0.07);
      }
      if (context.isPointInPath(ship, x, y)) return 0.78;
      if (Math.hypot((u - 128) * 0.55, (v - 74) * 0.9) < 34 && v < 122)
        return 0.06 + Math.abs(Math.sin(u * 0.4 + v)) * 0.22;
      const edge = Math.min(1, Math.min(u, 640 - u) / 60, v / 40, (300 - v) / 40);
      if (y < horizon) return (0.24 - 0.16 * (y / horizon) + Math.max(0, waves(u * 0.4, v * 1.2)) * 0.2) * edge;
      return (0.46 + 0.3 * ((y - horizon) / (height - horizon)) + waves(u, v * 1.6) * 0.24) * (0.25 + 0.75 * edge);
    };
    const gap = width > 400 ? 4.2 : 3.4;
    for (let line = 0; line * gap < height; line += 1) {
      for (let x = 0; x < width; x += 1.5) {
        const y = line * gap + Math.sin(x * 0.03 + line * 0.7) * 0.9;
        const thick = Math.max(0, Math.min(0.97, darkness(x, y))) * gap;
        if (thick > 0.28) context.fillRect(x, y - thick / 2, 1.8, thick);
      }
    }
    // The plate's second set of lines, in the darkest places.
    context.lineWidth = 0.9;
    for (let d = -height; d < width; d += gap * 1.9) {
      for (let y = horizon; y < height; y += 2) {
        if (darkness(d + y, y) > 0.72) context.fillRect(d + y, y, 1.5, 2);
      }
    }
  }

  /** The fine lines of a security print. */
  function guilloche(context, width, height) {
    context.lineWidth = 1;
    const ribbon = (middle, amplitude, colour, phase) => {
      context.strokeStyle = colour;
      for (let k = 0; k < 16; k += 1) {
        context.beginPath();
        for (let x = 0; x <= width; x += 6) {
          const t = x / width;
          const y = middle + Math.sin(t * 12 + phase + k * 0.13) * amplitude * Math.cos(t * 5 + k * 0.11);
          if (x === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        }
        context.stroke();
      }
    };
    context.fillStyle = '#eef4f1';
    context.fillRect(0, 0, width, height);
    for (let i = 0; i < 9; i += 1) ribbon(60 + i * 130, 110, i % 2 ? '#cfe0e6' : '#dfe6d0', i * 1.7);
    context.save();
    context.translate(width * 0.6, height * 0.5);
    context.strokeStyle = '#d9d3e4';
    for (let k = 0; k < 60; k += 1) {
      context.rotate(Math.PI / 30);
      context.beginPath();
      context.ellipse(120, 0, 210, 90, 0, 0, Math.PI * 2);
      context.stroke();
    }
    context.restore();
  }

  /** A portrait, as a photograph of the time: soft, toned, a man in a pea coat. */
  function photo(context, width, height) {
    const back = context.createRadialGradient(width * 0.42, height * 0.3, 20, width / 2, height / 2, height * 0.75);
    back.addColorStop(0, '#d8d2c6');
    back.addColorStop(1, '#857d72');
    context.fillStyle = back;
    context.fillRect(0, 0, width, height);
    context.filter = 'blur(1.6px)';
    const shape = (colour, path) => {
      context.fillStyle = colour;
      context.fill(new Path2D(path));
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
  }

  /** Written with a pen that is pressed on the way down. */
  function signature(context, _width, _height) {
    context.strokeStyle = '#1b2a6b';
    context.lineCap = 'round';
    const strokes = [
      [
        [44, 22],
        [70, 8],
        [64, 60],
        [40, 104],
        [18, 92],
        [36, 62],
        [74, 58],
        [92, 60],
      ],
      [
        [96, 84],
        [104, 40],
        [112, 32],
        [116, 84],
        [132, 36],
        [140, 34],
        [142, 82],
        [150, 84],
      ],
      [
        [150, 84],
        [156, 62],
        [160, 62],
        [162, 82],
        [172, 62],
        [176, 82],
        [190, 30],
        [186, 82],
        [204, 28],
        [200, 84],
        [214, 66],
        [208, 60],
        [214, 84],
        [228, 64],
        [240, 66],
      ],
      [
        [252, 66],
        [270, 64],
      ],
      [
        [306, 26],
        [284, 22],
        [278, 44],
        [300, 62],
        [292, 90],
        [262, 86],
        [300, 76],
        [318, 70],
      ],
      [
        [158, 48],
        [159, 50],
      ],
      [
        [170, 46],
        [171, 48],
      ],
    ];
    for (const points of strokes) {
      for (let i = 0; i < points.length - 1; i += 1) {
        const [p0, p1, p2, p3] = [points[i - 1] ?? points[i], points[i], points[i + 1], points[i + 2] ?? points[i + 1]];
        let from = p1;
        for (let s = 1; s <= 14; s += 1) {
          const t = s / 14;
          const at = [0, 1].map(
            (k) =>
              0.5 *
              (2 * p1[k] +
                (p2[k] - p0[k]) * t +
                (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t +
                (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t ** 3),
          );
          context.lineWidth = 1.7 + Math.max(0, at[1] - from[1]) * 0.34;
          context.beginPath();
          context.moveTo(...from);
          context.lineTo(...at);
          context.stroke();
          from = at;
        }
      }
    }
  }

  /** A rubber stamp, pressed unevenly. */
  function stamp(context, width, height) {
    context.translate(width / 2, height / 2);
    context.rotate(-0.16);
    context.globalAlpha = 0.72;
    context.strokeStyle = '#a8242f';
    context.fillStyle = '#a8242f';
    for (const [radius, line] of [
      [112, 5],
      [104, 1.6],
      [70, 1.6],
    ]) {
      context.lineWidth = line;
      context.beginPath();
      context.arc(0, 0, radius, 0, Math.PI * 2);
      context.stroke();
    }
    context.font = "700 24px 'Liberation Sans'";
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const around = (text, start, step, radius, turned) => {
      [...text].forEach((letter, i) => {
        context.save();
        context.rotate(start + i * step);
        context.translate(0, -radius);
        if (turned) context.rotate(Math.PI);
        context.fillText(letter, 0, 0);
        context.restore();
      });
    };
    around('HAFENAMT', -0.86, 0.246, 87, false);
    around('NEW BEDFORD', Math.PI + 1.1, -0.22, 87, true);
    context.font = "700 30px 'Liberation Sans'";
    context.fillText('28.12.50', 0, 22);
    context.lineWidth = 5;
    context.stroke(new Path2D('M0 -50 L0 -6 M-14 -36 L14 -36 M-22 -18 Q-18 -4 0 -4 Q18 -4 22 -18'));
    context.globalCompositeOperation = 'destination-out';
    context.globalAlpha = 1;
    for (let i = 0; i < 900; i += 1) {
      const [a, r] = [i * 2.39996, Math.sqrt(i / 900) * 120];
      const weak = (Math.sin(a * 3 + r * 0.05) + 1) * 1.1;
      context.fillRect(Math.cos(a) * r, Math.sin(a) * r, weak, weak);
    }
  }

  /** Each letter of a typed value stands a little off the line. */
  function typewriter() {
    let turn = 0;
    for (const value of document.querySelectorAll('.field div:not(.other)')) {
      const text = value.textContent;
      value.dataset.reads ??= text;
      value.replaceChildren(
        ...[...text].map((letter) => {
          const span = document.createElement('span');
          span.textContent = letter;
          turn += 1;
          span.style.top = `${(Math.sin(turn * 7.3) * 1.1).toFixed(2)}px`;
          span.style.opacity = String(0.84 + Math.abs(Math.sin(turn * 3.1)) * 0.16);
          return span;
        }),
      );
    }
  }
}
