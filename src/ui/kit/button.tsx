import type { ComponentPropsWithRef, ReactNode } from 'react';
import css from './button.module.css';
import { cx } from './cx.ts';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary`: the one thing to do here. `quiet`: no outline until pointed at. `danger`: what it does cannot be undone. */
  readonly variant?: 'normal' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  /** Shown before the words; decorative, so give lucide icons as they are (16 px). */
  readonly icon?: ReactNode;
  /** A toggle: pressed or not. Leave out for a plain button. */
  readonly pressed?: boolean;
}

export function Button({
  variant = 'normal',
  size = 'normal',
  icon,
  pressed,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-pressed={pressed ?? rest['aria-pressed']}
      className={cx(css.button, css[variant], size === 'small' && css.small, className)}
    >
      {icon}
      {children}
    </button>
  );
}
