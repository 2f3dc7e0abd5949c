import { Copy, Crop } from 'lucide-react';
import { countSelected, type Selection, selectedItems } from '../../core/inspection/selection.ts';
import { Button } from '../kit/button.tsx';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import type { FeedbackRunner } from '../kit/use-feedback.ts';
import { grouped } from './numbers.ts';
import css from './region-details.module.css';

export interface SeveralSelectedProps {
  readonly selection: Selection;
  /** Items from this one on are texts. */
  readonly regionCount: number;
  readonly runner: FeedbackRunner;
  readonly onCopyText: (items: readonly number[]) => void | Promise<void>;
  readonly onCopyCoordinates: (items: readonly number[]) => void | Promise<void>;
  readonly onExportSelected?: (() => void) | undefined;
  readonly onClear: () => void;
}

/** What can be done with several regions at once. */
export function SeveralSelected(props: SeveralSelectedProps) {
  const { selection, regionCount, runner, onCopyText, onCopyCoordinates, onExportSelected, onClear } = props;
  const count = grouped(selection.count);
  const regions = countSelected(selection, regionCount);
  return (
    <header className={css.head}>
      <div className={css.line}>
        <h3 className={css.name}>{selectedWords(regions, selection.count - regions)}</h3>
        <Button size="small" variant="quiet" className={css.clear} onClick={onClear}>
          Clear selection
        </Button>
      </div>
      <div className={css.grid}>
        <Button
          size="small"
          icon={<Copy />}
          onClick={() => runner.run('texts', `${count} texts copied.`, () => onCopyText(selectedItems(selection)))}
        >
          Copy texts
        </Button>
        {regions > 0 && (
          <Button
            size="small"
            icon={<Copy />}
            onClick={() =>
              runner.run('rectangles', `${grouped(regions)} rectangles copied.`, () =>
                onCopyCoordinates(selectedItems(selection)),
              )
            }
          >
            Copy rectangles
          </Button>
        )}
        {regions > 0 && onExportSelected && (
          <Button size="small" icon={<Crop />} onClick={onExportSelected}>
            Crops of these...
          </Button>
        )}
      </div>
      <FeedbackLine feedback={runner.feedback} className={css.feedback} />
    </header>
  );
}

/** `3 regions selected`, `13 regions and 1 text selected`. */
function selectedWords(regions: number, texts: number): string {
  const parts: string[] = [];
  if (regions > 0) parts.push(`${grouped(regions)} ${regions === 1 ? 'region' : 'regions'}`);
  if (texts > 0) parts.push(`${grouped(texts)} ${texts === 1 ? 'text' : 'texts'}`);
  return `${parts.join(' and ')} selected`;
}
