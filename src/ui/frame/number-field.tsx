import { type ReactNode, useState } from 'react';
import { numberInWords } from '../../core/geometry/frame-words.ts';
import { Field, Input } from '../kit/field.tsx';
import css from './frame.module.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly unit?: ReactNode;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Digits after the point that are shown; what was not typed is never rounded. */
  readonly decimals: number;
  /** While typing; null when what stands there is no such number, so that what was there before is shown. */
  readonly onType: (value: number | null) => void;
  /** Enter, or the field was left; null when what stands there is no such number, or was taken back by Esc. */
  readonly onDone: (value: number | null) => void;
}

/** A number that acts while it is typed. What is no number in range says so, and changes nothing. */
export function NumberField({ label, unit, value, min, max, step, decimals, onType, onDone }: NumberFieldProps) {
  // Good for as long as the value is the one that it led to: an Undo elsewhere takes the place of what was typed.
  const [draft, setDraft] = useState<Draft | null>(null);
  const [startedAt, setStartedAt] = useState(value);
  const isTyped = draft !== null && Object.is(draft.leadsTo, value);
  const typed = isTyped ? numberOf(draft.text, min, max) : null;

  const done = () => {
    if (!isTyped) return;
    if (typed !== null) setDraft(null);
    onDone(typed);
  };
  return (
    <Field
      label={label}
      aside={unit && <span className={css.unit}>{unit}</span>}
      error={isTyped && typed === null && `A number from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}.`}
    >
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="decimal"
          autoComplete="off"
          min={min}
          max={max}
          step={step}
          value={isTyped ? draft.text : numberInWords(value, decimals)}
          onChange={({ target: { value: text } }) => {
            const before = isTyped ? startedAt : value;
            const next = numberOf(text, min, max);
            setStartedAt(before);
            setDraft({ text, leadsTo: next ?? before });
            onType(next);
          }}
          onBlur={done}
          onKeyDown={(event) => {
            if (event.key === 'Enter') done();
            if (event.key !== 'Escape' || !isTyped) return;
            setDraft(null);
            onDone(null);
          }}
        />
      )}
    </Field>
  );
}

interface Draft {
  readonly text: string;
  readonly leadsTo: number;
}

function numberOf(text: string, min: number, max: number): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return value >= min && value <= max ? value : null;
}
