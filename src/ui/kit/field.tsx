import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import css from './field.module.css';

/** What a Field gives to its control. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps {
  /** The control's accessible name. */
  readonly label: string;
  /** Stands at the end of the label's line and is no part of the name: a unit, a small button. */
  readonly aside?: ReactNode;
  /** Always shown under the control, and said with it. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; makes the control invalid. */
  readonly error?: ReactNode;
  readonly className?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint and error, tied together for eye and screen reader. */
export function Field({ label, aside, hint, error, className, children }: FieldProps) {
  const id = useId();
  const hasHint = isShown(hint);
  const hasError = isShown(error);
  const describedBy = [hasError && `${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={cx(css.field, className)}>
      <div className={css.head}>
        <label htmlFor={id} className={css.label}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': hasError ? true : undefined,
      })}
      {hasError && (
        <div id={`${id}-error`} className={css.error}>
          {error}
        </div>
      )}
      {hasHint && (
        <div id={`${id}-hint`} className={css.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** A one-line field. `mono` for ids, tokens and coordinates. */
export function Input({ className, mono, ...rest }: ComponentPropsWithRef<'input'> & { readonly mono?: boolean }) {
  return <input {...rest} className={cx(css.control, mono === true && css.mono, className)} />;
}

export function TextArea({
  className,
  mono,
  ...rest
}: ComponentPropsWithRef<'textarea'> & { readonly mono?: boolean }) {
  return <textarea {...rest} className={cx(css.control, css.area, mono === true && css.mono, className)} />;
}

/** A native select: the platform's own list, keyboard and all. */
export function Select({ className, ...rest }: ComponentPropsWithRef<'select'>) {
  return <select {...rest} className={cx(css.control, css.select, className)} />;
}

function isShown(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== '';
}
