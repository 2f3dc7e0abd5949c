import { useLayoutEffect, useRef } from 'react';
import { toScreen } from '../core/geometry/viewport.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { itemName, itemText } from '../core/inspection/items.ts';
import { usePointer } from '../state/pointer-store.ts';
import { useView } from '../state/view-store.ts';
import styles from './region-canvas.module.css';

/** CSS pixels from the pointer. */
const AWAY = 14;
const MARGIN = 8;
const MOST_LETTERS = 90;

/** Number and text of the region under the pointer. For the eye only: the list says the same to everybody. */
export function Tooltip({ inspection }: { readonly inspection: Inspection }) {
  const hover = useView((state) => state.hover);
  // The list may point at a region too; then the pointer is not here, and nothing is to be named here.
  const here = usePointer((state) => state.position !== null);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (hover === null || !here) return undefined;
    const place = () => {
      if (box.current) placeBeside(box.current);
    };
    place();
    return usePointer.subscribe(place);
  }, [hover, here]);

  if (hover === null || !here) return null;
  return (
    <div ref={box} className={styles.tooltip} aria-hidden="true" dir="auto">
      {tooltipText(inspection, hover)}
    </div>
  );
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

/** Below and right of the pointer, or on its other side where the stage ends. */
function placeBeside(box: HTMLElement): void {
  const { position } = usePointer.getState();
  if (!position) return;
  const { viewport, stage } = useView.getState();
  const at = toScreen(position, viewport);
  const fitsRight = at.x + AWAY + box.offsetWidth + MARGIN <= stage.width;
  const fitsBelow = at.y + AWAY + box.offsetHeight + MARGIN <= stage.height;
  const x = fitsRight ? at.x + AWAY : Math.max(MARGIN, at.x - AWAY - box.offsetWidth);
  const y = fitsBelow ? at.y + AWAY : Math.max(MARGIN, at.y - AWAY - box.offsetHeight);
  box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
