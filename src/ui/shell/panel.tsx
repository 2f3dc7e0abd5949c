import type { ReactNode } from 'react';
import { cx } from '../kit/cx.ts';
import css from './panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** Stands at the right end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A titled section of a sidebar. */
export function Panel({ title, aside, children, className }: PanelProps) {
  return (
    <section className={cx(css.panel, className)} aria-label={title}>
      <header className={css.head}>
        <h2 className={css.title}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
