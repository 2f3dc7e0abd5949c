import { RegionCanvas } from '../canvas/region-canvas.tsx';
import type { Theme } from '../state/settings.ts';
import { useNotices } from '../state/notices.ts';
import { useToken } from '../queries/use-token.ts';
import { Start } from '../ui/start/start.tsx';
import css from './picture.module.css';
import type { PageData } from './use-inspection.ts';

export interface PictureProps {
  readonly page: PageData;
  readonly theme: Theme;
  readonly onSample: (() => void) | null;
}

/** The middle of the page: the canvas as soon as there is anything to draw, before that what to bring. */
export function Picture({ page, theme, onSample }: PictureProps) {
  const { inspection, image, matches, searching, open, decoding } = page;
  const opening = useNotices((state) => state.openingImage);
  const token = useToken().standing === 'usable';
  const { detection, recognition } = open.tasks;
  const isEmpty = inspection.itemCount === 0 && image === null;
  const busy = opening || decoding;

  if (isEmpty && open.sample === null) {
    return (
      <Start
        token={token}
        task={[detection, recognition].some(({ typed, given }) => typed.trim() !== '' || given !== null)}
        image={false}
        onSample={onSample}
      />
    );
  }
  return (
    <>
      <RegionCanvas inspection={inspection} image={image} matches={searching ? matches : null} theme={theme} />
      {busy && <p className={css.busy}>{opening ? 'Opening the image…' : 'Decoding the answer…'}</p>}
      {!busy && <Hint page={page} />}
    </>
  );
}

/** What is still missing, said on the canvas where one looks for it. */
function Hint({ page }: Pick<PictureProps, 'page'>) {
  const { inspection, image, tasks } = page;
  const running = Object.values(tasks).some(({ view }) => ['pending', 'processing'].includes(view.phase));
  if (inspection.itemCount > 0) return null;
  if (image === null) return null;
  const words = running
    ? 'The regions appear here as soon as the task is completed.'
    : 'No regions yet: paste a task id and press Inspect, or paste an answer.';
  return <p className={css.hint}>{words}</p>;
}
