import type { Theme } from '../state/settings.ts';
import { useNotices } from '../state/notices.ts';
import type { TaskView } from '../queries/task-view.ts';
import { useToken } from '../queries/use-token.ts';
import { TASK_NAMES } from '../core/ocr/attempt.ts';
import { TASK_KINDS } from '../core/ocr/contract.ts';
import { Button } from '../ui/kit/button.tsx';
import { type PartState, usePart, usePartStatus } from '../ui/kit/part.ts';
import { Start } from '../ui/start/start.tsx';
import { chooseImage, focusField } from './focus.ts';
import { PARTS } from './parts.ts';
import css from './picture.module.css';
import type { PageData } from './use-inspection.ts';

export interface PictureProps {
  readonly page: PageData;
  readonly theme: Theme;
  /** Ink with no region round it, as boxes in image pixels; null while it is not known. */
  readonly missed?: Float64Array | null;
  readonly onSample: (() => void) | null;
}

/** The middle of the page: the canvas as soon as there is anything to draw, before that what to bring. */
export function Picture({ page, theme, missed = null, onSample }: PictureProps) {
  const { inspection, image, matches, searching, open } = page;
  const opening = useNotices((state) => state.openingImage);
  const refused = useNotices((state) => (state.notices.image ?? []).length > 0);
  const isStart = inspection.itemCount === 0 && image === null && open.sample === null;
  const view = usePart(PARTS.fullView, !isStart);
  const status = usePartStatus(PARTS.fullView);
  if (isStart) return <Welcome page={page} onSample={onSample} />;

  const { words, button } = hint(page, { view: view ? 'ready' : status, opening, refused }, onSample);
  return (
    <>
      {view && (
        <view.RegionCanvas
          inspection={inspection}
          image={image}
          matches={searching ? matches : null}
          theme={theme}
          missed={missed}
        />
      )}
      {words !== null && (
        <div className={css.hint}>
          <p>{words}</p>
          {button && (
            <Button size="small" onClick={button.run}>
              {button.label}
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

interface Hint {
  readonly words: string | null;
  readonly button?: { readonly label: string; readonly run: () => void } | false | null;
}

interface Coming {
  readonly view: PartState<unknown>['status'];
  readonly opening: boolean;
  /** What was given as the image could not be shown. The reason stands at its field. */
  readonly refused: boolean;
}

/** What is under way, went wrong or is missing, said on the canvas where one looks for it. */
function hint(page: PageData, { view, opening, refused }: Coming, onSample: PictureProps['onSample']): Hint {
  const { open, image, decoding } = page;
  const sampleImage = open.sample !== null && image === null;
  if (view === 'failed')
    return { words: 'What draws the regions could not be loaded.', button: { label: 'Try again', run: loadView } };
  if (view !== 'ready') return { words: 'Loading what draws the regions…' };
  if (opening) return { words: sampleImage ? "Fetching the sample's image…" : 'Opening the image…' };
  if (decoding) return { words: 'Decoding the answer…' };
  if (sampleImage && refused) {
    const words = "The sample's image could not be loaded.";
    return { words, button: onSample && { label: 'Try again', run: onSample } };
  }
  const choose = image === null && open.sample === null && { label: 'Choose the image', run: chooseImage };
  return { words: missing(page), button: choose };
}

/** A failure is told by the part's status. */
function loadView(): void {
  PARTS.fullView.load().catch(() => undefined);
}

function missing({ inspection, image, tasks }: PageData): string | null {
  if (image === null && inspection.regions.count > 0)
    return 'Drop the image that was sent, to see it under its regions.';
  if (image === null && inspection.itemCount > 0) return 'These texts have no place on an image: they are in the list.';
  if (inspection.itemCount > 0 || image === null) return null;
  const running = TASK_KINDS.some((kind) => isRunning(tasks[kind].view));
  return running
    ? 'The regions appear here as soon as the task is completed.'
    : 'No regions yet: paste a task id and press Inspect, or paste an answer.';
}

/** Also before the service has answered for the first time. */
function isRunning({ phase, startedAt }: TaskView): boolean {
  return phase === 'pending' || phase === 'processing' || (phase === 'waiting' && startedAt !== null);
}
