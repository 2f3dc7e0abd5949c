import { Copy } from 'lucide-react';
import { Button } from '../kit/button.tsx';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import type { FeedbackRunner } from '../kit/use-feedback.ts';
import { grouped } from './numbers.ts';
import css from './region-details.module.css';

export interface SeveralSelectedProps {
  readonly items: readonly number[];
  readonly runner: FeedbackRunner;
  readonly onCopyText: (items: readonly number[]) => void | Promise<void>;
  readonly onCopyCoordinates: (items: readonly number[]) => void | Promise<void>;
}

/** What can be done with several regions at once. */
export function SeveralSelected({ items, runner, onCopyText, onCopyCoordinates }: SeveralSelectedProps) {
  const count = grouped(items.length);
  return (
    <>
      <h3 className={css.name}>{count} regions selected</h3>
      <div className={css.buttons}>
        <Button icon={<Copy />} onClick={() => runner.run('texts', `${count} texts copied.`, () => onCopyText(items))}>
          Copy texts
        </Button>
        <Button
          icon={<Copy />}
          onClick={() => runner.run('rectangles', `${count} rectangles copied.`, () => onCopyCoordinates(items))}
        >
          Copy rectangles
        </Button>
      </div>
      <FeedbackLine feedback={runner.feedback} className={css.feedback} />
    </>
  );
}
