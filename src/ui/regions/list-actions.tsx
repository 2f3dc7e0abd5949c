import { ClipboardCopy, Ellipsis } from 'lucide-react';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { Menu } from '../kit/menu.tsx';
import { useFeedback } from '../kit/use-feedback.ts';
import css from './list-actions.module.css';

export interface ListActionsProps {
  readonly hasTexts: boolean;
  readonly hasRegions: boolean;
  readonly onCopyAllTexts: () => void | Promise<void>;
  readonly onCopyAllRectangles: () => void | Promise<void>;
}

/** The small menu at the head of the list: what concerns all regions, whatever is searched or selected. */
export function ListActions({ hasTexts, hasRegions, onCopyAllTexts, onCopyAllRectangles }: ListActionsProps) {
  const { feedback, run } = useFeedback();
  return (
    <div className={css.actions}>
      <FeedbackLine feedback={feedback} className={css.said} />
      <Menu
        align="end"
        trigger={<IconButton label="More for all regions" icon={<Ellipsis />} size="small" />}
        entries={[
          {
            id: 'texts',
            label: 'Copy all texts',
            icon: <ClipboardCopy />,
            disabled: !hasTexts,
            run: () => run('texts', 'Texts copied.', onCopyAllTexts),
          },
          {
            id: 'rectangles',
            label: 'Copy all rectangles as JSON',
            icon: <ClipboardCopy />,
            disabled: !hasRegions,
            run: () => run('rectangles', 'Rectangles copied.', onCopyAllRectangles),
          },
        ]}
      />
    </div>
  );
}
