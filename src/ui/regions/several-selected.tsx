import { Copy, Crop } from 'lucide-react';
import { countSelected, type Selection, selectedItems } from '../../core/inspection/selection.ts';
import { Button } from '../kit/button.tsx';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import type { FeedbackRunner } from '../kit/use-feedback.ts';
import { tooltip } from '../kit/tooltip.ts';
import { grouped } from './numbers.ts';
import { AS_RECTS_EXPLAINED } from './coordinate-buttons.tsx';
import css from './region-details.module.css';

export interface SeveralSelectedProps {
  readonly selection: Selection;
  /** Items from this one on are texts. */
  readonly regionCount: number;
  /** A frame stands between received and image pixels. */
  readonly framed: boolean;
  readonly runner: FeedbackRunner;
  readonly onCopyText: (items: readonly number[]) => void | Promise<void>;
  readonly onCopyCoordinates: (items: readonly number[]) => void | Promise<void>;
  readonly onCopyRects: (items: readonly number[]) => void | Promise<void>;
  readonly onCopyOnImage: (items: readonly number[]) => void | Promise<void>;
  readonly onExportSelected?: (() => void) | undefined;
  readonly onClear: () => void;
}

/** What can be done with several regions at once. */
export function SeveralSelected(props: SeveralSelectedProps) {
  const { selection, regionCount, runner, onCopyText, onExportSelected, onClear } = props;
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
        {regions > 0 &&
          copies(props).map(({ id, label, explained, copy }) => (
            <Button
              key={id}
              size="small"
              icon={<Copy />}
              {...(explained !== undefined && tooltip({ words: explained }))}
              onClick={() =>
                runner.run(id, `${grouped(regions)} rectangles copied.`, () => copy(selectedItems(selection)))
              }
            >
              {label}
            </Button>
          ))}
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

interface CopyKind {
  readonly id: string;
  readonly label: string;
  readonly explained?: string;
  readonly copy: (items: readonly number[]) => void | Promise<void>;
}

function copies({ framed, onCopyCoordinates, onCopyRects, onCopyOnImage }: SeveralSelectedProps): readonly CopyKind[] {
  return [
    { id: 'rectangles', label: 'Copy rectangles', copy: onCopyCoordinates },
    { id: 'rects', label: 'Copy as regions', explained: AS_RECTS_EXPLAINED, copy: onCopyRects },
    ...(framed ? [{ id: 'on-image', label: 'Copy as on image', copy: onCopyOnImage }] : []),
  ];
}

/** `3 regions selected`, `13 regions and 1 text selected`. */
function selectedWords(regions: number, texts: number): string {
  const parts: string[] = [];
  if (regions > 0) parts.push(`${grouped(regions)} ${regions === 1 ? 'region' : 'regions'}`);
  if (texts > 0) parts.push(`${grouped(texts)} ${texts === 1 ? 'text' : 'texts'}`);
  return `${parts.join(' and ')} selected`;
}
