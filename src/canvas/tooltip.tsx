import { useEffect, useState } from 'react';
import { rectToScreen } from '../core/geometry/viewport.ts';
import { imageRectOf, type Inspection } from '../core/inspection/inspection.ts';
import { itemName, itemText } from '../core/inspection/items.ts';
import { isSelected } from '../core/inspection/selection.ts';
import { usePointer } from '../state/pointer-store.ts';
import { useView } from '../state/view-store.ts';
import styles from './region-canvas.module.css';

/** CSS pixels from the box it names. */
const AWAY = 8;
const MARGIN = 8;
const MOST_LETTERS = 90;
/** How long the pointer rests before it is taken for a question, in milliseconds. */
const REST = 400;

/** Number and text of the region that the pointer rests on. For the eye only: the list says the same to everybody. */
export function Tooltip({ inspection }: { readonly inspection: Inspection }) {
  const asked = useView(({ hover, selection, blink }) =>
    hover === null || blink || isSelected(selection, hover) ? null : hover,
  );
  // The list may point at a region too; then the pointer is not here, and nothing is to be named here.
  const here = usePointer((state) => state.position !== null);
  return asked !== null && here ? <TooltipOf key={asked} inspection={inspection} item={asked} /> : null;
}

function TooltipOf({ inspection, item }: { readonly inspection: Inspection; readonly item: number }) {
  const [rested, setRested] = useState(false);
  useEffect(() => onRest(setRested), []);

  if (!rested) return null;
  return (
    <div
      ref={(box) => {
        if (box) placeOutside(box, inspection, item);
      }}
      className={styles.tooltip}
      aria-hidden="true"
      dir="auto"
    >
      {tooltipText(inspection, item)}
    </div>
  );
}

/** Tells when the pointer has come to rest, and when a press, the wheel or a change of view ends that. */
function onRest(tell: (rested: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let timer = 0;
  let resting = false;
  const wait = () => {
    if (resting) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      resting = true;
      tell(true);
    }, REST);
  };
  const end = () => {
    clearTimeout(timer);
    resting = false;
    tell(false);
  };
  wait();
  const leavePointer = usePointer.subscribe(wait);
  const leaveView = useView.subscribe((now, before) => {
    if (now.viewport !== before.viewport || now.stage !== before.stage) end();
  });
  window.addEventListener('pointerdown', end, { signal, capture: true });
  window.addEventListener('wheel', end, { signal, capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    leavePointer();
    leaveView();
    listening.abort();
  };
}

export function tooltipText(inspection: Inspection, row: number): string {
  const text = itemText(inspection, row);
  if (!text) return itemName(inspection, row);
  const line = text
    .slice(0, MOST_LETTERS * 2)
    .replace(/\s+/g, ' ')
    .trim();
  const letters = Array.from(line);
  const cut = letters.length > MOST_LETTERS || text.length > MOST_LETTERS * 2;
  return `${itemName(inspection, row)}: ${cut ? `${letters.slice(0, MOST_LETTERS).join('')}…` : line}`;
}

/** Below the region, or above it where the stage ends; nowhere when it would cover the region itself. */
function placeOutside(box: HTMLElement, inspection: Inspection, item: number): void {
  const { viewport, stage } = useView.getState();
  const on = rectToScreen(imageRectOf(inspection, item), viewport);
  const fitsBelow = on.y2 + AWAY + box.offsetHeight + MARGIN <= stage.height;
  const above = on.y1 - AWAY - box.offsetHeight;
  const x = Math.max(MARGIN, Math.min(on.x1, stage.width - MARGIN - box.offsetWidth));
  const y = fitsBelow ? on.y2 + AWAY : above;
  box.style.visibility = fitsBelow || above >= MARGIN ? 'visible' : 'hidden';
  box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
