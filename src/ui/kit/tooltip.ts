import kbd from './kbd.module.css';
import { placeBeside, type Side } from './place-beside.ts';
import { reachedByKey } from './place-focus.ts';
import css from './tooltip.module.css';

export interface TooltipWords {
  readonly words: string;
  /** Key that does the same. */
  readonly keys?: string | undefined;
  readonly side?: Side | undefined;
}

/** Attributes for an element that explains itself when it is pointed at, or reached by keyboard. */
export function tooltip({ words, keys, side }: TooltipWords) {
  return { 'data-tooltip': words, 'data-tooltip-keys': keys, 'data-tooltip-side': side };
}

/** Rested on for so long, it opens; its neighbours open at once, as long as one was open a moment ago. */
const DELAY_MS = 500;
const NEIGHBOUR_MS = 200;

/** One layer for the whole page, and one set of listeners: the buttons themselves carry words and nothing else. */
const layer = document.createElement('div');
layer.setAttribute('role', 'tooltip');
layer.className = css.tooltip ?? '';

let pointed: HTMLElement | null = null;
/** Came under the pointer, which has yet to move on it: what slides under a resting mouse is not asked about. */
let unmoved: HTMLElement | null = null;
let explained: HTMLElement | null = null;
let openedByKey = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let closedAt = -Infinity;

/** Whoever goes away, or is named anew, while it is explained. */
const changes = new MutationObserver(() => {
  if (explained?.isConnected) draw(explained);
  else close();
});

// For the life of the page, like the layer.
document.addEventListener('pointerover', ({ target, pointerType }) => {
  const owner = pointerType === 'touch' ? null : ownerOf(target);
  if (owner === pointed) return;
  pointed = owner;
  unmoved = owner;
  close();
});
document.addEventListener('pointermove', () => {
  const owner = unmoved;
  if (owner === null) return;
  unmoved = null;
  if (performance.now() - closedAt < NEIGHBOUR_MS) open(owner);
  else timer = setTimeout(() => open(owner), DELAY_MS);
});
document.addEventListener('pointerout', ({ relatedTarget }) => {
  if (relatedTarget !== null) return;
  pointed = null;
  unmoved = null;
  close();
});
// Pressed, it has explained itself; until the pointer comes anew.
document.addEventListener('pointerdown', closePressed, true);
document.addEventListener('click', closePressed, true);
document.addEventListener('focusin', ({ target }) => {
  const owner = ownerOf(target);
  if (owner !== null && owner === target && reachedByKey(owner)) open(owner, 'by key');
});
document.addEventListener('focusout', ({ target }) => {
  if (explained !== null && target === explained) close();
});
document.addEventListener(
  'scroll',
  ({ target }) => {
    if (explained !== null && target instanceof Node && target.contains(explained)) close();
  },
  true,
);
document.addEventListener(
  'keydown',
  (event) => {
    if (explained === null || event.key !== 'Escape') return;
    // One level at a time: Esc takes the tooltip away, and not what is under it. Unless a mouse that rests there opened it: then it
    // is not what the person means.
    if (openedByKey) event.preventDefault();
    close();
  },
  true,
);

function ownerOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;
}

function open(owner: HTMLElement, how?: 'by key'): void {
  clearTimeout(timer);
  if (!owner.isConnected) return;
  explained = owner;
  openedByKey = how === 'by key';
  draw(owner);
  changes.observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-tooltip', 'data-tooltip-keys'],
  });
}

function draw(owner: HTMLElement): void {
  const { tooltip: words = '', tooltipKeys: keys, tooltipSide: side } = owner.dataset;
  const said = [words, keys].join('\n');
  if (layer.dataset['said'] !== said || !layer.isConnected) {
    layer.dataset['said'] = said;
    layer.replaceChildren(words, ...(keys === undefined ? [] : [keyCap(keys)]));
  }
  // Beside an open dialog everything is inert, body included.
  const parent = owner.closest('dialog') ?? document.body;
  if (layer.parentElement !== parent) parent.append(layer);
  const { left, top } = placeBeside(
    owner.getBoundingClientRect(),
    layer.getBoundingClientRect(),
    { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
    { side: isSide(side) ? side : 'bottom', align: 'center', gap: 6 },
  );
  layer.style.left = `${left}px`;
  layer.style.top = `${top}px`;
}

function close(): void {
  clearTimeout(timer);
  if (explained === null) return;
  explained = null;
  closedAt = performance.now();
  changes.disconnect();
  layer.remove();
}

function closePressed(): void {
  unmoved = null;
  close();
}

function keyCap(keys: string): HTMLElement {
  const cap = document.createElement('kbd');
  cap.className = `${kbd.kbd} ${css.keys}`;
  cap.textContent = keys;
  return cap;
}

function isSide(side: string | undefined): side is Side {
  return side === 'top' || side === 'right' || side === 'bottom' || side === 'left';
}
