import { TriangleAlert } from 'lucide-react';
import { usePointer } from '../../state/pointer-store.ts';
import { useView } from '../../state/view-store.ts';
import css from './status-bar.module.css';

export interface StatusBarProps {
  readonly regions: number;
  readonly outside: number;
  /** `697 x 441 px`, with the EXIF choice where there is one; null without an image. */
  readonly image: string | null;
  /** How many problems the page lists, and the way to the list. */
  readonly problems: number;
  readonly onProblems: () => void;
}

/** Where the pointer is, how large it is shown, what there is. Not announced: all of it is said elsewhere. */
export function StatusBar({ regions, outside, image, problems, onProblems }: StatusBarProps) {
  const point = usePointer((pointer) => pointer.position);
  const scale = useView((view) => view.viewport.scale);
  return (
    <footer className={css.bar} aria-label="Status bar">
      {(regions > 0 || image !== null) && (
        <>
          <span className={css.point}>
            {point ? `x ${Math.floor(point.x)}, y ${Math.floor(point.y)} px` : 'x –, y –'}
          </span>
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
      {problems > 0 && (
        <button type="button" className={css.problems} onClick={onProblems}>
          <TriangleAlert aria-hidden size={14} />
          {problems === 1 ? 'Show 1 problem' : `Show ${problems.toLocaleString('en')} problems`}
        </button>
      )}
    </footer>
  );
}
