/** The fine lines of a security print. */
export function guilloche(context, width, height) {
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
