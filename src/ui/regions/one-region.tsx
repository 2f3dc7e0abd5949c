import { TriangleAlert } from 'lucide-react';
import { boxOfCut, cutOf } from '../../core/export/cut.ts';
import { imageRectOf, type Inspection, isDrawable } from '../../core/inspection/inspection.ts';
import { isIdentity } from '../../core/inspection/frame.ts';
import { itemName, itemProblems, itemText } from '../../core/inspection/items.ts';
import { hasFlag } from '../../core/inspection/region-table.ts';
import { positionOf } from '../../core/inspection/selection.ts';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import { problemWords } from '../kit/problem-words.ts';
import type { FeedbackRunner } from '../kit/use-feedback.ts';
import { type Croppable, CropPreview } from './crop-preview.tsx';
import { coordinateWords, grouped, shownCoordinateWords, sizeWords } from './numbers.ts';
import { PairingControls } from './pairing-controls.tsx';
import { RegionButtons } from './region-buttons.tsx';
import type { RegionActions } from './region-details.tsx';
import css from './region-details.module.css';
import { ShownText } from './shown-text.tsx';

export interface OneRegionProps {
  readonly inspection: Inspection;
  readonly matches: Uint32Array;
  readonly item: number;
  readonly image: Croppable | null;
  readonly actions: RegionActions;
  readonly runner: FeedbackRunner;
}

export function OneRegion({ inspection, matches, item, image, actions, runner }: OneRegionProps) {
  const isRegion = item < inspection.regions.count;
  const cut = image && isRegion ? cutOf(imageRectOf(inspection, item), 0, image.size) : null;
  const text = itemText(inspection, item);
  const problems = itemProblems(inspection, item);
  const name = itemName(inspection, item);
  return (
    <>
      <header className={css.head}>
        <h3 className={css.name}>{name}</h3>
        <span className={css.position}>{positionWords(matches, item)}</span>
      </header>
      {image && cut && <CropPreview image={image} box={boxOfCut(cut)} label={`Crop of ${name}`} />}
      {isRegion && !cut && <p className={css.hint}>{noCropWords(inspection, item, image)}</p>}
      {text !== null && text !== '' && <ShownText text={text} />}
      {(text === null || text === '') && inspection.texts.length > 0 && (
        <p className={css.hint}>{text === '' ? 'Its text is empty.' : 'No text belongs to it.'}</p>
      )}
      {isRegion && <Numbers inspection={inspection} item={item} />}
      {problems.length > 0 && (
        <ul className={css.problems} aria-label={`What to know about ${name}`}>
          {problems.map((problem) => (
            <li key={`${problem.where} ${problem.what}`}>
              <TriangleAlert aria-hidden />
              {problemWords(problem)}
            </li>
          ))}
        </ul>
      )}
      <RegionButtons
        item={item}
        hasText={text !== null && text !== ''}
        hasCoordinates={coordinateWords(inspection, item) !== null}
        hasCrop={cut !== null}
        actions={actions}
        runner={runner}
      />
      <FeedbackLine feedback={runner.feedback} className={css.feedback} />
      {isRegion && inspection.texts.length > 0 && !inspection.pairing.whole && (
        <PairingControls inspection={inspection} row={item} {...actions} />
      )}
    </>
  );
}

function Numbers({ inspection, item }: { readonly inspection: Inspection; readonly item: number }) {
  const received = coordinateWords(inspection, item);
  return (
    <dl className={css.numbers}>
      <dt>x1, y1, x2, y2</dt>
      <dd className={css.mono}>{received ?? 'not a rectangle'}</dd>
      {received !== null && !isIdentity(inspection.frame) && (
        <>
          <dt>On the image</dt>
          <dd className={css.mono}>{shownCoordinateWords(inspection, item)}</dd>
        </>
      )}
      {received !== null && (
        <>
          <dt>Size</dt>
          <dd className={css.mono}>{sizeWords(inspection, item)}</dd>
        </>
      )}
    </dl>
  );
}

function positionWords(matches: Uint32Array, item: number): string {
  const position = positionOf(matches, item);
  return position < 0 ? 'hidden by the search' : `${grouped(position + 1)} of ${grouped(matches.length)}`;
}

function noCropWords(inspection: Inspection, item: number, image: Croppable | null): string {
  if (hasFlag(inspection.regions, item, 'refused')) return 'It is not a rectangle, so there is nothing to cut.';
  if (!isDrawable(inspection, item)) return 'It has no area, so there is nothing to cut.';
  return image ? 'It lies wholly outside the image, so there is nothing to cut.' : 'Add the image to see its crop.';
}
