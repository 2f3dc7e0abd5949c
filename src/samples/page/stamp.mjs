/** A rubber stamp, pressed unevenly. */
export function stamp(context, width, height) {
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
    Array.from(text).forEach((letter, i) => {
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
