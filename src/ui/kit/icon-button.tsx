import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import css from './button.module.css';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  /** The accessible name, and the words of the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Key that does the same, shown in the tooltip. */
  readonly keys?: string;
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
}

export function IconButton({ label, icon, keys, tooltipSide, className, variant = 'quiet', ...rest }: IconButtonProps) {
  // The tooltip repeats the name: `aria-describedby` is held off so that screen readers do not say it twice.
  return (
    <Tooltip words={label} keys={keys} side={tooltipSide}>
      <Button
        {...rest}
        variant={variant}
        icon={icon}
        aria-label={label}
        aria-describedby={rest['aria-describedby']}
        className={cx(css.icon, className)}
      />
    </Tooltip>
  );
}
