import css from './progress.module.css';

export interface ProgressProps {
  /** The bar's accessible name. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** How far something counted has come, as a bar; the words stand beside it. */
export function Progress({ label, done, total }: ProgressProps) {
  return (
    <progress className={css.progress} aria-label={label} value={Math.min(done, total)} max={Math.max(total, 1)} />
  );
}
