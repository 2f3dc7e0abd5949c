import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { applyAffine, invertAffine } from '../../core/geometry/affine.ts';
import type { ImagePoint } from '../../core/geometry/space.ts';
import { type Frame, isIdentity } from '../../core/inspection/frame.ts';
import type { Problem } from '../../core/problem.ts';
import { usePointer } from '../../state/pointer-store.ts';
import { useView } from '../../state/view-store.ts';
import { cx } from '../kit/cx.ts';
import css from './status-bar.module.css';

export interface StatusBarProps {
  readonly regions: number;
  readonly outside: number;
  /** `697 x 441 px`, with the EXIF choice where there is one; null without an image. */
  readonly image: string | null;
  /** From received to image pixels: where it changes them, the pointer is told in both. */
  readonly frame: Frame;
  /** What the frame check says, in a word or two; null while there is nothing to say. */
  readonly verdict: string | null;
  readonly onVerdict: () => void;
  /** How bad each of the problems is that the page lists, and the way to the list. */
  readonly problems: readonly Problem['severity'][];
  readonly onProblems: () => void;
}

/** The worst first. */
const SEVERITIES = ['error', 'warning', 'note'] as const;
const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info };

/** Where the pointer is, how large it is shown, what there is. Not announced: all of it is said elsewhere. */
export function StatusBar({
  regions,
  outside,
  image,
  frame,
  verdict,
  onVerdict,
  problems,
  onProblems,
}: StatusBarProps) {
  const point = usePointer((pointer) => pointer.position);
  const scale = useView((view) => view.viewport.scale);
  const worst = SEVERITIES.find((severity) => problems.includes(severity)) ?? 'note';
  const Icon = ICONS[worst];
  const received = receivedWords(frame, point);
  return (
    <footer className={css.bar} aria-label="Status bar">
      {(regions > 0 || image !== null) && (
        <>
          <span className={css.point}>
            {point ? `x ${Math.floor(point.x)}, y ${Math.floor(point.y)} px` : 'x –, y –'}
          </span>
          {received !== null && <span className={css.point}>{received}</span>}
          <span>{Math.round(scale * 100)} %</span>
        </>
      )}
      {regions > 0 && (
        <span>
          {regions === 1 ? '1 region' : `${regions.toLocaleString('en')} regions`}
          {outside > 0 && <span className={css.warn}>, {outside.toLocaleString('en')} outside</span>}
        </span>
      )}
      {image !== null && <span>{image}</span>}
      {verdict !== null && (
        <button type="button" className={css.verdict} onClick={onVerdict}>
          Frame: {verdict}
        </button>
      )}
      {problems.length > 0 && (
        <button type="button" className={cx(css.problems, css[worst])} onClick={onProblems}>
          <Icon aria-hidden size={14} />
          {problems.length === 1 ? 'Show 1 problem' : `Show ${problems.length.toLocaleString('en')} problems`}
        </button>
      )}
    </footer>
  );
}

/** The same point as the service would call it; null where that is the same. */
function receivedWords(frame: Frame, point: ImagePoint | null): string | null {
  if (isIdentity(frame)) return null;
  const back = invertAffine(frame);
  if (!point || !back) return 'received –, –';
  const { x, y } = applyAffine<'received'>(back, point.x, point.y);
  return `received ${Math.floor(x)}, ${Math.floor(y)}`;
}
