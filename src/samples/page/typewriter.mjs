/** Each letter of a typed value stands a little off the line. */
export function typewriter() {
  let turn = 0;
  for (const value of document.querySelectorAll('.field div:not(.other)')) {
    const text = value.textContent.trim();
    value.dataset.reads ??= text;
    value.replaceChildren(
      ...Array.from(text, (letter) => {
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
