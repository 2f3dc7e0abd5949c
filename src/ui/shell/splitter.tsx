import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { cx } from '../kit/cx.ts';
import css from './splitter.module.css';

export interface SplitterProps {
  /** The accessible name: what is made larger or smaller. */
  readonly label: string;
  /** `upright` stands between left and right, `level` lies between above and below. */
  readonly direction: 'upright' | 'level';
  /** Which of its two neighbours it sizes; the other one gets the rest. */
  readonly sizes: 'previous' | 'next';
  /** Of the neighbour that it sizes, in CSS pixels. */
  readonly min: number;
  readonly max: number;
  /** What is left to the other neighbour at least, in CSS pixels. */
  readonly rest: number;
  /** null: back to the size that the page begins with. */
  readonly onSize: (size: number | null) => void;
}

/** One press of an arrow key, in CSS pixels. */
const STEP = 16;

/** The line between two panels, dragged or moved by keys (WAI-ARIA window splitter); a double click gives the first size back. */
export function Splitter({ label, direction, sizes, min, max, rest, onSize }: SplitterProps) {
  const line = useRef<HTMLDivElement>(null);
  const grip = useRef<{ readonly at: number; readonly size: number } | null>(null);
  /** Size of the neighbour and the most that it can have, for those who hear it. */
  const [shown, setShown] = useState({ size: min, most: min });
  const isUpright = direction === 'upright';

  const measured = () => {
    const before = lengthOf(line.current?.previousElementSibling, isUpright);
    const after = lengthOf(line.current?.nextElementSibling, isUpright);
    const [size, other] = sizes === 'previous' ? [before, after] : [after, before];
    return { size, most: Math.max(min, Math.min(max, size + other - rest)) };
  };
  const set = (wanted: number) => onSize(Math.round(Math.max(min, Math.min(wanted, measured().most))));
  /** Towards the start of the page the neighbour before gets smaller, and the one after larger. */
  const sign = sizes === 'previous' ? 1 : -1;
  const at = (event: PointerEvent) => (isUpright ? event.clientX : event.clientY);

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const next = measured();
      setShown((before) => (before.size === next.size && before.most === next.most ? before : next));
    });
    for (const neighbour of [line.current?.previousElementSibling, line.current?.nextElementSibling])
      if (neighbour) observer.observe(neighbour);
    return () => observer.disconnect();
    // oxlint-disable-next-line react/exhaustive-deps -- what a splitter stands between does not change
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const [back, on] = isUpright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const { size, most } = measured();
    if (event.key === back) set(size - STEP * sign);
    else if (event.key === on) set(size + STEP * sign);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(most);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={line}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `hr` takes no value and no focus
      role="separator"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a separator that takes the focus is a widget
      tabIndex={0}
      aria-label={label}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={shown.size}
      aria-valuemin={min}
      aria-valuemax={shown.most}
      className={cx(css.splitter, css[direction])}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onSize(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { at: at(event), size: measured().size };
      }}
      onPointerMove={(event) => {
        const { current } = grip;
        if (current) set(current.size + (at(event) - current.at) * sign);
      }}
      onLostPointerCapture={() => {
        grip.current = null;
      }}
    />
  );
}

function lengthOf(element: Element | null | undefined, isUpright: boolean): number {
  const box = element?.getBoundingClientRect();
  return Math.round((isUpright ? box?.width : box?.height) ?? 0);
}
