import type { Theme } from '../state/settings.ts';
import { useNotices } from '../state/notices.ts';
import { useToken } from '../queries/use-token.ts';
import { TASK_NAMES } from '../core/ocr/attempt.ts';
import { TASK_KINDS } from '../core/ocr/contract.ts';
import { Button } from '../ui/kit/button.tsx';
import { usePart } from '../ui/kit/part.ts';
import { Start } from '../ui/start/start.tsx';
import { chooseImage, focusField } from './focus.ts';
import { PARTS } from './parts.ts';
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
  const isStart = inspection.itemCount === 0 && image === null && open.sample === null;
  const view = usePart(PARTS.fullView, !isStart);
  if (isStart) return <Welcome page={page} onSample={onSample} />;

  const words =
    view === null
      ? 'Loading what draws the regions…'
      : opening
        ? 'Opening the image…'
        : decoding
          ? 'Decoding the answer…'
          : missing(page);
  return (
    <>
      {view && (
        <view.RegionCanvas inspection={inspection} image={image} matches={searching ? matches : null} theme={theme} />
      )}
      {words !== null && (
        <div className={css.hint}>
          <p>{words}</p>
          {view && !opening && !decoding && image === null && open.sample === null && (
            <Button size="small" onClick={chooseImage}>
              Choose the image
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Welcome({ page: { open, tasks }, onSample }: Pick<PictureProps, 'page' | 'onSample'>) {
  const token = useToken().standing === 'usable' ? 'given' : 'missing';
  return (
    <Start
      token={open.connection === 'sample' ? 'not needed' : token}
      task={TASK_KINDS.some((kind) => open.tasks[kind].typed.trim() !== '' || open.tasks[kind].given !== null)}
      states={TASK_KINDS.filter((kind) => tasks[kind].view.startedAt !== null).map(
        (kind) => `${TASK_NAMES[kind]}. ${tasks[kind].view.sentence}`,
      )}
      onToken={() => focusField('Access token')}
      onTask={() => focusField('Detection task ID')}
      onImage={chooseImage}
      onSample={onSample}
    />
  );
}

/** What is still missing, said on the canvas where one looks for it. */
function missing({ inspection, image, tasks }: PageData): string | null {
  if (image === null && inspection.regions.count > 0)
    return 'Drop the image that was sent, to see it under its regions.';
  if (image === null && inspection.itemCount > 0) return 'These texts have no place on an image: they are in the list.';
  if (inspection.itemCount > 0 || image === null) return null;
  const running = TASK_KINDS.some((kind) => ['pending', 'processing'].includes(tasks[kind].view.phase));
  return running
    ? 'The regions appear here as soon as the task is completed.'
    : 'No regions yet: paste a task id and press Inspect, or paste an answer.';
}
