import { Check, Copy, Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../kit/button.tsx';
import type { FeedbackRunner } from '../kit/use-feedback.ts';
import type { RegionActions } from './region-details.tsx';
import css from './region-details.module.css';

export interface RegionButtonsProps {
  readonly item: number;
  readonly hasText: boolean;
  readonly hasCoordinates: boolean;
  readonly hasCrop: boolean;
  readonly actions: RegionActions;
  readonly runner: FeedbackRunner;
}

/** Save and copy for one region. A button ticks when it is done, and the status line says it in words. */
export function RegionButtons({ item, hasText, hasCoordinates, hasCrop, actions, runner }: RegionButtonsProps) {
  const done = runner.feedback?.outcome === 'done' ? runner.feedback.id : null;
  const icon = (id: string, usual: ReactElement) => (done === id ? <Check /> : usual);
  return (
    <div className={css.grid}>
      <Button
        size="small"
        icon={icon('save-crop', <Download />)}
        disabled={!hasCrop}
        onClick={() => runner.run('save-crop', 'Crop saved.', () => actions.onSaveCrop(item))}
      >
        Save crop
      </Button>
      <Button
        size="small"
        icon={icon('copy-crop', <Copy />)}
        disabled={!hasCrop}
        onClick={() => runner.run('copy-crop', 'Crop copied.', () => actions.onCopyCrop(item))}
      >
        Copy crop
      </Button>
      <Button
        size="small"
        icon={icon('copy-text', <Copy />)}
        disabled={!hasText}
        onClick={() => runner.run('copy-text', 'Text copied.', () => actions.onCopyText([item]))}
      >
        Copy text
      </Button>
      {/* As long as the others, so that two stand side by side in a narrow panel. */}
      <Button
        size="small"
        aria-label="Copy coordinates"
        icon={icon('copy-coordinates', <Copy />)}
        disabled={!hasCoordinates}
        onClick={() => runner.run('copy-coordinates', 'Coordinates copied.', () => actions.onCopyCoordinates([item]))}
      >
        Coordinates
      </Button>
    </div>
  );
}
