import { SquareArrowOutUpRight, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { isFlagged, itemName, itemNumber, itemProblems, itemText } from '../../core/inspection/items.ts';
import { useView } from '../../state/view-store.ts';
import { cx } from '../kit/cx.ts';
import { problemWords } from '../kit/problem-words.ts';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import { standingWords } from '../levels/level-words.ts';
import { excerpt, start } from './excerpt.ts';
import { coordinateWords, sizeWords } from './numbers.ts';
import css from './region-row.module.css';

/** Longer texts get their whole as a tooltip; beyond this even the tooltip is cut. */
const TOOLTIP_FROM = 28;
const TOOLTIP_UP_TO = 1_000;

/** Characters. A name that goes on for minutes helps nobody; the details hold the whole text. */
const SPOKEN_UP_TO = 2_000;

export interface RegionRowProps {
  readonly id: string;
  readonly inspection: Inspection;
  readonly item: number;
  /** From 0, among the matches. */
  readonly position: number;
  readonly setSize: number;
  /** Offset from the top of the content, CSS pixels. */
  readonly top: number;
  readonly search: string;
  readonly selected: boolean;
  readonly active: boolean;
}

/** One option of the list. What it is called is its label; what is inside is for the eye. */
export const RegionRow = memo(function RegionRow({
  id,
  inspection,
  item,
  position,
  setSize,
  top,
  ...rest
}: RegionRowProps) {
  const hovered = useView((view) => view.hover === item);
  const coordinates = coordinateWords(inspection, item);
  const standing = standingWords(inspection, item);
  const text = itemText(inspection, item);
  const problems = isFlagged(inspection, item) ? itemProblems(inspection, item) : [];
  const outside = inspection.outside[item] === 1;
  const described =
    [standing !== null && `${id}-standing`, problems.length > 0 && `${id}-problems`].filter(Boolean).join(' ') ||
    undefined;
  // Without any texts the numbers are what there is to read.
  const onlyNumbers = inspection.texts.length === 0;
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see the listbox
      role="option"
      data-item={item}
      data-active={rest.active ? '' : undefined}
      aria-label={`${itemName(inspection, item)} ${spokenText(text)}`}
      aria-describedby={described}
      aria-posinset={position + 1}
      aria-setsize={setSize}
      aria-selected={rest.selected}
      className={cx(css.row, rest.selected && css.selected, hovered && css.hovered)}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className={css.number}>{rowMark(inspection, item)}</span>
      <span className={css.words}>
        {onlyNumbers ? (
          <span className={css.text}>{coordinates ?? rectangleWords(inspection, item)}</span>
        ) : (
          <RowText text={text} search={rest.search} />
        )}
        <span className={css.numbers}>
          {standing !== null && <span id={`${id}-standing`}>{standing}</span>}
          {standing !== null && ' · '}
          {onlyNumbers ? sizeWords(inspection, item) : (coordinates ?? rectangleWords(inspection, item))}
        </span>
      </span>
      <RowFlags
        outside={outside}
        // Lying outside has a sign of its own.
        flagged={problems.length > (outside ? 1 : 0)}
        title={problems.map(problemWords).join(' ')}
        problemsId={`${id}-problems`}
      />
    </div>
  );
});

function spokenText(text: string | null): string {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return 'no text';
  return trimmed.length > SPOKEN_UP_TO ? `${start(trimmed, SPOKEN_UP_TO)}…` : trimmed;
}

function RowText({ text, search }: { readonly text: string | null; readonly search: string }) {
  if (text === null || text.trim() === '') return <span className={cx(css.text, css.none)}>no text</span>;
  const { before, hit, after } = excerpt(text, search);
  const tooltip = text.length > TOOLTIP_FROM ? text.slice(0, TOOLTIP_UP_TO) : undefined;
  return (
    <span className={css.text} dir="auto" title={tooltip}>
      {before}
      {hit !== '' && <mark>{hit}</mark>}
      {after}
    </span>
  );
}

interface RowFlagsProps {
  readonly outside: boolean;
  readonly flagged: boolean;
  /** The problems in words; empty when there are none. */
  readonly title: string;
  readonly problemsId: string;
}

function RowFlags({ outside, flagged, title, problemsId }: RowFlagsProps) {
  return (
    <span className={css.flags} title={title === '' ? undefined : title}>
      {outside && <SquareArrowOutUpRight aria-hidden className={css.warning} />}
      {flagged && <TriangleAlert aria-hidden className={css.warning} />}
      {title !== '' && <VisuallyHidden id={problemsId}>{title}</VisuallyHidden>}
    </span>
  );
}

/** The number of a region; a text without a rectangle is `T3`, a merged one `All`. */
function rowMark(inspection: Inspection, item: number): string {
  if (item < inspection.regions.count) return String(item + 1);
  return inspection.pairing.whole ? 'All' : `T${itemNumber(inspection, item)}`;
}

function rectangleWords({ regions }: Inspection, item: number): string {
  return item < regions.count ? 'not a rectangle' : 'no rectangle';
}
