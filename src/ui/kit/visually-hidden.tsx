import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';
import css from './visually-hidden.module.css';

/** Said by screen readers, not seen. Takes what a `span` takes, so it can be a `role="status"`. */
export function VisuallyHidden({ className, ...rest }: ComponentPropsWithRef<'span'>) {
  return <span {...rest} className={cx(css.hidden, className)} />;
}
