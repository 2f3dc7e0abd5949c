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
  return (
    <Tooltip words={label} keys={keys} side={tooltipSide}>
      <NamedOnce
        {...rest}
        variant={variant}
        icon={icon}
        aria-label={label}
        description={rest['aria-describedby']}
        className={cx(css.icon, className)}
      />
    </Tooltip>
  );
}

/** The tooltip repeats the name, and Radix adds it as a description: dropped, so that screen readers do not say it twice. */
function NamedOnce({
  'aria-describedby': _ofTooltip,
  description,
  ...rest
}: ButtonProps & { readonly description: string | undefined }) {
  return <Button {...rest} aria-describedby={description} />;
}
