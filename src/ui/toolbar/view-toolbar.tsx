import { Eye, Hash, Maximize, Route, ScanSearch, SquareDashed, Type, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useView } from '../../state/view-store.ts';
import { cx } from '../kit/cx.ts';
import { IconButton } from '../kit/icon-button.tsx';
import css from './view-toolbar.module.css';

export interface ViewToolbarProps {
  /** Nothing is drawn yet: the buttons would do nothing, so the toolbar is left out by its owner. */
  readonly hasRegions: boolean;
  /** null while no region is chosen. */
  readonly onZoomToRegion: (() => void) | null;
  /** null while it is not known. */
  readonly missedInk: MissedInk | null;
  /** Which order is drawn, beside its switch. */
  readonly order?: ReactNode;
  /** Colours by confidence, where there is any. */
  readonly confidence?: ReactNode;
}

/** How many places have ink and no region round it. */
export interface MissedInk {
  readonly count: number;
  /** False: there may be more. */
  readonly all: boolean;
  /** Counted under an earlier frame, and being counted anew. */
  readonly earlier: boolean;
}

/** Toolbar **View**: one row, which scrolls where there is little room and wraps on a narrow page; arrows move inside. */
export function ViewToolbar({ hasRegions, onZoomToRegion, missedInk, order: choice, confidence }: ViewToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const scale = useView((view) => view.viewport.scale);
  const fitted = useView((view) => view.fitted);
  const labels = useView((view) => view.labels);
  const text = useView((view) => view.text);
  const order = useView((view) => view.order);
  const showsMissed = useView((view) => view.missedInk);
  const blink = useView((view) => view.blink);
  const fit = useView((view) => view.fit);
  const actualSize = useView((view) => view.actualSize);
  const zoomBy = useView((view) => view.zoomBy);
  const toggle = useView((view) => view.toggle);
  const setBlink = useView((view) => view.setBlink);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    // Its own arrows choose.
    if (event.target instanceof HTMLSelectElement) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || !bar.current) return;
    const buttons = [...bar.current.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };

  return (
    // The arrows only move the focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div role="toolbar" aria-label="View" className={css.toolbar} ref={bar} onKeyDown={move}>
      <IconButton label="Fit" keys="0" icon={<Maximize />} pressed={fitted} onClick={fit} />
      <IconButton label="Actual size" keys="1" icon={<span className={css.one}>1:1</span>} onClick={actualSize} />
      <IconButton label="Zoom out" keys="-" icon={<ZoomOut />} onClick={() => zoomBy(1 / 1.25)} />
      <span className={css.scale}>{percent(scale)}</span>
      <IconButton label="Zoom in" keys="+" icon={<ZoomIn />} onClick={() => zoomBy(1.25)} />
      {onZoomToRegion && (
        <IconButton label="Zoom to region" keys="Enter" icon={<ScanSearch />} onClick={onZoomToRegion} />
      )}
      {hasRegions && (
        <>
          <span className={css.divider} />
          <IconButton label="Labels" keys="L" icon={<Hash />} pressed={labels} onClick={() => toggle('labels')} />
          <IconButton label="Text" keys="T" icon={<Type />} pressed={text} onClick={() => toggle('text')} />
          <IconButton label="Reading order" keys="O" icon={<Route />} pressed={order} onClick={() => toggle('order')} />
          {choice}
          {confidence}
          {missedInk !== null && (
            <IconButton
              label={`Missed ink: ${missedWords(missedInk)}`}
              icon={<SquareDashed />}
              pressed={showsMissed}
              aria-busy={missedInk.earlier}
              className={cx(missedInk.earlier && css.earlier)}
              onClick={() => toggle('missedInk')}
            />
          )}
          <IconButton
            label="Hold to hide the overlay"
            keys="B"
            icon={<Eye />}
            pressed={blink}
            onPointerDown={() => setBlink(true)}
            onPointerUp={() => setBlink(false)}
            onPointerLeave={() => setBlink(false)}
            onKeyDown={(event) => {
              if (event.key === ' ' || event.key === 'Enter') setBlink(true);
            }}
            onKeyUp={() => setBlink(false)}
            onBlur={() => setBlink(false)}
          />
        </>
      )}
    </div>
  );
}

function missedWords({ count, all, earlier }: MissedInk): string {
  if (earlier) return 'looking…';
  if (!all) return `${count.toLocaleString('en')} or more places`;
  if (count === 0) return 'none';
  return count === 1 ? '1 place' : `${count.toLocaleString('en')} places`;
}

function percent(scale: number): string {
  const value = scale * 100;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}
