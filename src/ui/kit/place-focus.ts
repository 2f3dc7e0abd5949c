/** `by-pointer`: no ring and no tooltip. `by-key`: a ring, but no tooltip. */
const PLACED = 'data-focus-placed';

let lastInput: 'pointer' | 'key' = 'key';
// For the life of the page: what the person did last says whether a ring helps them.
addEventListener('pointerdown', () => (lastInput = 'pointer'), true);
addEventListener('keydown', () => (lastInput = 'key'), true);

/**
 * Moves the focus for the person: into a dialog, back from a menu, away from what vanishes. Browsers draw a ring round whatever
 * a script focuses after a menu, pointer or not, and a tooltip would explain what nobody asked about.
 *
 * @param focus what makes it focused, when the browser does that by itself (a dialog that opens).
 */
export function placeFocus(element: HTMLElement, focus = () => element.focus({ preventScroll: true })): void {
  element.setAttribute(PLACED, lastInput === 'pointer' ? 'by-pointer' : 'by-key');
  const forget = () => {
    element.removeAttribute(PLACED);
    element.removeEventListener('blur', forget);
    element.removeEventListener('keydown', forget);
  };
  element.addEventListener('blur', forget);
  element.addEventListener('keydown', forget);
  focus();
  // Not focusable, or it had the focus already: then no blur would ever forget it.
  if (document.activeElement !== element) forget();
}

/** The last thing that the person did was to press a key. */
export function lastInputWasKey(): boolean {
  return lastInput === 'key';
}

/** The person reached it by keyboard, so that its tooltip may open. */
export function reachedByKey(element: HTMLElement): boolean {
  return element.matches(':focus-visible') && !element.hasAttribute(PLACED);
}
