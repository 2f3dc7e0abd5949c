import { useId } from 'react';
import type { SlantedCrops } from '../../core/export/straight-cut.ts';
import css from './export-crops.module.css';

const WAYS: readonly { readonly way: SlantedCrops; readonly label: string; readonly hint: string }[] = [
  { way: 'bounding box', label: 'Bounding box', hint: 'pixels exactly as in the image' },
  { way: 'straightened', label: 'Straightened', hint: 'turned upright: pixels are computed anew' },
];

export interface SlantedChoiceProps {
  readonly value: SlantedCrops;
  readonly onChange: (way: SlantedCrops) => void;
}

/** Radiogroup **Slanted regions**: shown only where there are some. */
export function SlantedChoice({ value, onChange }: SlantedChoiceProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-title`} className={css.scopes}>
      <span id={`${id}-title`} className={css.legend}>
        Slanted regions
      </span>
      {WAYS.map(({ way, label, hint }, at) => (
        <div key={way} className={css.scope}>
          <input
            id={`${id}-${at}`}
            type="radio"
            name={id}
            checked={way === value}
            aria-describedby={`${id}-${at}-hint`}
            onChange={() => onChange(way)}
          />
          <label htmlFor={`${id}-${at}`}>{label}</label>
          <span id={`${id}-${at}-hint`} className={css.count}>
            {hint}
          </span>
        </div>
      ))}
    </div>
  );
}
