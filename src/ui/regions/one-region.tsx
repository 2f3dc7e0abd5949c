import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { shapeOfCrop } from '../../core/export/crop-plan.ts';
import { keepsUpright } from '../../core/geometry/affine.ts';
import { type Inspection, isDrawable } from '../../core/inspection/inspection.ts';
import { isIdentity } from '../../core/inspection/frame.ts';
import { itemName, itemProblems, itemText, textIndexOf } from '../../core/inspection/items.ts';
import { isLevelShown } from '../../core/inspection/levels-shown.ts';
import { positionOf } from '../../core/inspection/listed.ts';
import { hasFlag } from '../../core/inspection/region-table.ts';
import { drawnOf } from '../../core/order/drawn.ts';
import { placeOf } from '../../core/order/place-of.ts';
import { type Lint, lintsOfItem } from '../../core/lint/lint.ts';
import { useSlantedCrops } from '../../state/slanted-crops.ts';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import { problemWords } from '../kit/problem-words.ts';
import type { FeedbackRunner } from '../kit/use-feedback.ts';
import { type Croppable, CropPreview } from './crop-preview.tsx';
import { StraightenCrop } from './straighten-crop.tsx';
import { CoordinateButtons } from './coordinate-buttons.tsx';
import { coordinateWords, grouped, shownCoordinateWords, sizeWords } from './numbers.ts';
import { PairingControls } from './pairing-controls.tsx';
import { RegionButtons } from './region-buttons.tsx';
import type { RegionActions } from './region-details.tsx';
import css from './region-details.module.css';
import { ShownText } from './shown-text.tsx';
import { standingWords } from '../levels/level-words.ts';
import { usePairingCheck } from './use-pairing-check.ts';

export interface OneRegionProps {
  readonly inspection: Inspection;
  /** Items that the search left, in the order they are listed. */
  readonly listed: Uint32Array;
  readonly item: number;
  readonly image: Croppable | null;
  readonly actions: RegionActions;
  readonly runner: FeedbackRunner;
  /** What was found by looking at all of them. */
  readonly lint?: Lint | null | undefined;
  /** Regions as they are read; null: as received. */
  readonly way?: Uint32Array | null;
}

/** Words of stars and nothing else: `Lorem ipsum dolor *** amet`, as in the one result of a trial that the vendor published. */
const MASKED = /(?<!\S)\*{2,}(?![*\p{L}\p{N}])/u;

export function OneRegion({ inspection, listed, item, image, actions, runner, lint, way = null }: OneRegionProps) {
  const isRegion = item < inspection.regions.count;
  const { regions, frame, imageSize } = inspection;
  const slanted = useSlantedCrops((state) => state.slanted);
  const shape = useMemo(
    () => shapeOfCrop({ regions, frame, imageSize }, item, { padding: 0, slanted }),
    [regions, frame, imageSize, item, slanted],
  );
  const crop = image && isRegion ? (shape.straight ?? shape.cut) : null;
  const drawn = useMemo(() => way && drawnOf(way, inspection), [way, inspection]);
  const text = itemText(inspection, item);
  const problems = itemProblems(inspection, item);
  const name = itemName(inspection, item);
  const standing = standingWords(inspection, item);
  const read = isRegion && drawn ? readWords(drawn, item) : null;
  const masked = text !== null && MASKED.test(text);
  const lints = lint ? lintsOfItem(lint, item) : [];
  const check = usePairingCheck(inspection);
  const oddText = isRegion && text ? (check?.oddText(item) ?? null) : null;
  const received = coordinateWords(inspection, item);
  return (
    <>
      <header className={css.head}>
        <div className={css.line}>
          <h3 className={css.name}>{name}</h3>
          {/* Said in the place of the position, so that nothing under it moves. */}
          <FeedbackLine feedback={runner.feedback} />
          {runner.feedback === null && <span className={css.position}>{positionWords(inspection, listed, item)}</span>}
        </div>
        <RegionButtons
          item={item}
          hasText={text !== null && text !== ''}
          hasCoordinates={received !== null}
          hasCrop={crop !== null}
          actions={actions}
          runner={runner}
        />
      </header>
      {image && crop && <CropPreview image={image} crop={crop} label={`Crop of ${name}`} />}
      {isRegion && !crop && <p className={css.hint}>{noCropWords(inspection, item, image)}</p>}
      {text !== null && text !== '' && <ShownText text={text} tall={!isRegion} />}
      {(text === null || text === '') && inspection.texts.length > 0 && (
        <p className={css.hint}>{noTextWords(inspection, item)}</p>
      )}
      {oddText !== null && <p className={css.hint}>Its text is unusually {oddText} for its box.</p>}
      {masked && <p className={css.hint}>Stars may stand for words: the trial plan of the service masks texts.</p>}
      {(standing !== null || read !== null) && (
        <p className={css.hint}>{[standing, read].filter((words) => words !== null).join(' · ')}</p>
      )}
      {isRegion && <Numbers inspection={inspection} item={item} />}
      {crop && !keepsUpright(frame) && <StraightenCrop />}
      {received !== null && <CoordinateButtons inspection={inspection} item={item} actions={actions} runner={runner} />}
      {problems.length + lints.length > 0 && (
        <ul className={css.problems} aria-label={`What to know about ${name}`}>
          {problems.map((problem) => (
            <li key={`${problem.where} ${problem.what}`}>
              <TriangleAlert aria-hidden />
              {problemWords(problem)}
            </li>
          ))}
          {lints.map(({ id, name: kind, means }) => (
            <li key={id}>
              <TriangleAlert aria-hidden />
              {kind}: {means}
            </li>
          ))}
        </ul>
      )}
      {isRegion && inspection.texts.length > 0 && !inspection.pairing.whole && !inspection.ownTexts && (
        <PairingControls inspection={inspection} row={item} offer={check?.offer} {...actions} />
      )}
    </>
  );
}

function Numbers({ inspection, item }: { readonly inspection: Inspection; readonly item: number }) {
  const received = coordinateWords(inspection, item);
  const framed = !isIdentity(inspection.frame);
  return (
    <dl className={css.numbers}>
      <div>
        <dt>{framed ? 'x1, y1, x2, y2 as received' : 'x1, y1, x2, y2'}</dt>
        <dd className={css.mono}>{received ?? 'not a rectangle'}</dd>
      </div>
      {received !== null && (
        <div>
          <dt>{framed ? 'Size as received' : 'Size'}</dt>
          <dd className={css.mono}>{sizeWords(inspection, item)}</dd>
        </div>
      )}
      {received !== null && framed && (
        <div>
          <dt>On the image, under the frame</dt>
          <dd className={css.mono}>{shownCoordinateWords(inspection, item)}</dd>
        </div>
      )}
    </dl>
  );
}

/** As on the path, which counts what is drawn. */
function readWords(drawn: Uint32Array, row: number): string | null {
  const place = placeOf(drawn, row);
  return place === drawn.length ? null : `read as ${grouped(place + 1)} of ${grouped(drawn.length)}`;
}

function positionWords(inspection: Inspection, listed: Uint32Array, item: number): string {
  const position = positionOf(listed, item);
  if (!isLevelShown(inspection, item)) return 'of a level that is not listed';
  return position < 0 ? 'hidden by the search' : `${grouped(position + 1)} of ${grouped(listed.length)}`;
}

/** Why there are no words to show: three cases that look alike. */
function noTextWords(inspection: Inspection, item: number): string {
  if (textIndexOf(inspection, item) >= 0)
    return itemText(inspection, item) === '' ? 'Its text is empty.' : 'Its text could not be read.';
  return inspection.pairing.whole ? 'One text came for all regions: see Whole text.' : 'No text belongs to it.';
}

function noCropWords(inspection: Inspection, item: number, image: Croppable | null): string {
  if (hasFlag(inspection.regions, item, 'refused')) return 'It is not a rectangle, so there is nothing to cut.';
  if (!isDrawable(inspection, item)) return 'It has no area, so there is nothing to cut.';
  return image ? 'It lies wholly outside the image, so there is nothing to cut.' : 'Add the image to see its crop.';
}
