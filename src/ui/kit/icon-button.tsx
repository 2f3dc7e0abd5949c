import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import css from './button.module.css';
import { cx } from './cx.ts';
import type { Side } from './place-beside.ts';
import { tooltip } from './tooltip.ts';

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  /** The accessible name, and the words of the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Key that does the same, shown in the tooltip. */
  readonly keys?: string;
  readonly tooltipSide?: Side;
}

/** The tooltip repeats the name, so it is no description: screen readers would say it twice. */
export function IconButton({ label, icon, keys, tooltipSide, className, variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      {...tooltip({ words: label, keys, side: tooltipSide })}
      variant={variant}
      icon={icon}
      aria-label={label}
      className={cx(css.icon, className)}
    />
  );
}
