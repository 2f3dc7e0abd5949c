import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './kbd.module.css';

/** One key or chord as it is written on the keyboard. */
export function Kbd({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  return <kbd className={cx(css.kbd, className)}>{children}</kbd>;
}
