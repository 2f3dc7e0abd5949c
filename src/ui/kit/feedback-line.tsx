import { CircleAlert, CircleCheck } from 'lucide-react';
import { cx } from './cx.ts';
import css from './feedback-line.module.css';
import type { Feedback } from './use-feedback.ts';

/** One quiet line that says how an action ended. It is in the DOM all along, so that screen readers hear it change. */
export function FeedbackLine({
  feedback,
  className,
}: {
  readonly feedback: Feedback | null;
  readonly className?: string | undefined;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` is for what a form computed
    <div role="status" className={cx(css.line, feedback?.outcome === 'failed' && css.failed, className)}>
      {feedback?.outcome === 'done' && <CircleCheck aria-hidden />}
      {feedback?.outcome === 'failed' && <CircleAlert aria-hidden />}
      {feedback !== null && <span>{feedback.words}</span>}
    </div>
  );
}
