import type { ReactNode } from 'react';
import type { LintKind } from '../../core/lint/kinds.ts';
import type { FoundOfKind } from '../../core/lint/lint.ts';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import { tooltip } from '../kit/tooltip.ts';
import { grouped } from '../regions/numbers.ts';
import css from './lint-bar.module.css';

export interface LintChipProps {
  readonly kind: LintKind;
  readonly finding: FoundOfKind;
  readonly pressed: boolean;
  readonly icon?: ReactNode;
  readonly onPress: () => void;
}

/** A toggle named `Slivers, 12`; what the kind means is its description and its tooltip. Pale while it is counted anew. */
export function LintChip({ kind, finding: { count, all, earlier }, pressed, icon, onPress }: LintChipProps) {
  const number = grouped(count);
  return (
    <Button
      {...tooltip({ words: kind.means })}
      size="small"
      pressed={pressed}
      icon={icon}
      aria-label={`${kind.name}, ${number}${all ? '' : ' or more'}`}
      aria-description={kind.means}
      aria-busy={earlier === true}
      className={cx(css.chip, kind.note && css.note, earlier && css.earlier)}
      onClick={onPress}
    >
      {kind.name}
      <span className={css.count}>
        {number}
        {!all && '+'}
      </span>
    </Button>
  );
}
