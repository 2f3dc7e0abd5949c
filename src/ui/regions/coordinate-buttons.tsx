import { Check, Copy } from 'lucide-react';
import { isIdentity } from '../../core/inspection/frame.ts';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { Button } from '../kit/button.tsx';
import { tooltip } from '../kit/tooltip.ts';
import type { FeedbackRunner } from '../kit/use-feedback.ts';
import type { RegionActions } from './region-details.tsx';
import css from './region-details.module.css';

/** A request speaks of the pixels that the service reads, so the frame has no part in it. */
export const AS_RECT_EXPLAINED =
  'rect of a request (topLeftX ...), as received, in whole pixels: for a new request with the image that was sent before.';
export const AS_RECTS_EXPLAINED =
  'regions of a request (rect and order), as received, in whole pixels: for a new request with the image that was sent before.';

export interface CoordinateButtonsProps {
  readonly inspection: Inspection;
  readonly item: number;
  readonly actions: Pick<RegionActions, 'onCopyRects' | 'onCopyOnImage'>;
  readonly runner: FeedbackRunner;
}

/** The coordinates of one region in other ways than they came. */
export function CoordinateButtons({ inspection, item, actions, runner }: CoordinateButtonsProps) {
  const done = runner.feedback?.outcome === 'done' ? runner.feedback.id : null;
  const icon = (id: string) => (done === id ? <Check /> : <Copy />);
  return (
    <div className={css.buttons}>
      <Button
        size="small"
        icon={icon('copy-rect')}
        {...tooltip({ words: AS_RECT_EXPLAINED })}
        onClick={() => runner.run('copy-rect', 'Copied as rect.', () => actions.onCopyRects([item]))}
      >
        Copy as rect
      </Button>
      {!isIdentity(inspection.frame) && (
        <Button
          size="small"
          icon={icon('copy-on-image')}
          {...tooltip({ words: 'Coordinates in pixels of the image as shown, under the frame in use.' })}
          onClick={() =>
            runner.run('copy-on-image', 'Coordinates on the image copied.', () => actions.onCopyOnImage([item]))
          }
        >
          Copy as on image
        </Button>
      )}
    </div>
  );
}
