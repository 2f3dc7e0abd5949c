import { type CSSProperties, useId, useMemo } from 'react';
import { bandCounts, BANDS, type Band, type Thresholds } from '../../core/inspection/confidence.ts';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { CONFIDENCE_LOOKS } from '../../core/paint/confidence-looks.ts';
import { useLevelChoice } from '../../state/levels.ts';
import { cx } from '../kit/cx.ts';
import { tooltip } from '../kit/tooltip.ts';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import { grouped } from '../regions/numbers.ts';
import css from './levels.module.css';

export interface ConfidenceLegendProps {
  readonly inspection: Inspection;
  /** As the canvas has them by now: counts belong to these. */
  readonly thresholds: Thresholds;
}

/** Group **Confidence scale**: what the colours mean, how many regions have each, and where the steps lie. */
export function ConfidenceLegend({ inspection, thresholds }: ConfidenceLegendProps) {
  const counts = useMemo(() => bandCounts(inspection, thresholds), [inspection, thresholds]);
  const chosen = useLevelChoice((state) => state.thresholds);
  return (
    <fieldset aria-label="Confidence scale" className={css.legend}>
      <ul className={cx(css.bands, counts.map(grouped).join('').length > IN_ONE_LINE && css.stacked)}>
        {BANDS.map((band, at) => (
          <li key={band} className={css.band}>
            <span aria-hidden className={cx(css.swatch, css[band])} style={swatch(band)} />
            <span {...tooltip({ words: rangeWords(band, chosen) })}>
              {NAMES[band]}
              <VisuallyHidden>{`, ${rangeWords(band, chosen)}`}</VisuallyHidden>
            </span>
            <span className={css.count}>{grouped(counts[at] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <div className={css.thresholds}>
        <Threshold which="low" label="Low below" value={chosen.low} />
        <Threshold which="middle" label="Middle below" value={chosen.middle} />
      </div>
    </fieldset>
  );
}

interface ThresholdProps {
  readonly which: keyof Thresholds;
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
}

/** A native slider in whole per cent: arrows by one, Page Up and Page Down by ten. */
function Threshold({ which, label, value }: ThresholdProps) {
  const id = useId();
  const percent = Math.round(value * 100);
  return (
    <div className={css.threshold}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={({ target }) => useLevelChoice.getState().setThreshold(which, Number(target.value) / 100)}
      />
      <output htmlFor={id} className={css.percent}>
        {percent} %
      </output>
    </div>
  );
}

/** Characters of all counts: with more, each stands under its name, or the last would stand alone. */
const IN_ONE_LINE = 8;

const NAMES: Readonly<Record<Band, string>> = { untold: 'None', low: 'Low', middle: 'Middle', high: 'High' };

function rangeWords(band: Band, { low, middle }: Thresholds): string {
  const [from, to] = [Math.round(low * 100), Math.round(middle * 100)];
  switch (band) {
    case 'untold':
      return 'the result tells no confidence';
    case 'low':
      return `below ${from} %`;
    case 'middle':
      return from === to ? 'nothing: both steps are the same' : `${from} to ${to} %`;
    case 'high':
      return `from ${to} %`;
  }
}

function swatch(band: Band): CSSProperties & Record<'--swatch', string> {
  const { stroke, fill } = CONFIDENCE_LOOKS[band];
  return { borderColor: stroke, '--swatch': fill };
}
