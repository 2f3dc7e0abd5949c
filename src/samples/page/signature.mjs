/** Written with a pen that is pressed on the way down. */
export function signature(context, _width, _height) {
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
