/** A line engraving: parallel lines whose width is the darkness of what they cross. */
export function engrave(context, width, height) {
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
  context.lineWidth = 1.5 * scale;
  context.stroke(whale);
  // The plate's second set of lines, in the darkest places.
  context.lineWidth = 0.9;
  for (let d = -height; d < width; d += gap * 1.9) {
    for (let y = horizon; y < height; y += 2) {
      if (darkness(d + y, y) > 0.72) context.fillRect(d + y, y, 1.5, 2);
    }
  }
}

function waves(x, y) {
  return Math.sin(x * 0.05 + Math.sin(y * 0.11) * 2.4) * 0.5 + Math.sin(x * 0.021 - y * 0.19) * 0.5;
}
