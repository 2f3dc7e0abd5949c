import { type ReactNode, useState } from 'react';
import type { Thresholds } from '../core/inspection/confidence.ts';
import type { Theme } from '../state/settings.ts';
import { useNotices } from '../state/notices.ts';
import type { TaskView } from '../queries/task-view.ts';
import { useToken } from '../queries/use-token.ts';
import { TASK_NAMES } from '../core/ocr/attempt.ts';
import { TASK_KINDS } from '../core/ocr/contract.ts';
import { type PartState, usePart, usePartStatus } from '../ui/kit/part.ts';
import { CanvasHint } from '../ui/picture/canvas-hint.tsx';
import { Start } from '../ui/start/start.tsx';
import { chooseImage, focusField, focusFiles, focusPicture } from './focus.ts';
import { PARTS } from './parts.ts';
import css from './picture.module.css';
import type { PageData } from './use-inspection.ts';
import type { FilesHeld } from './use-result-files.ts';

export interface PictureProps {
  readonly page: PageData;
  readonly theme: Theme;
  /** Ink with no region round it, as boxes in image pixels; null while it is not known. */
  readonly missed?: Float64Array | null;
  /** Regions as they are read; null: as received. */
  readonly way?: Uint32Array | null;
  /** By which regions are coloured by confidence; null: they are not. */
  readonly thresholds?: Thresholds | null;
  /** Files in the answers, which are not drawn here. */
  readonly files?: number;
  /** Which of them can be made the image, if any. */
  readonly picture?: FilesHeld['picture'];
  /** What else stands at the foot of the canvas. */
  readonly foot?: ReactNode;
  readonly onSample: (() => void) | null;
}

/** The middle of the page: the canvas as soon as there is anything to draw, before that what to bring. */
export function Picture({
  page,
  theme,
  missed = null,
  way = null,
  thresholds = null,
  files = 0,
  picture = null,
  foot,
  onSample,
}: PictureProps) {
  const { inspection, image, matches, searching, open } = page;
  const opening = useNotices((state) => state.openingImage);
  const refused = useNotices((state) => (state.notices.image ?? []).length > 0);
  const [putAway, setPutAway] = useState<string | null>(null);
  const isStart = inspection.itemCount === 0 && image === null && open.sample === null && files === 0;
  const view = usePart(PARTS.fullView, !isStart);
  const status = usePartStatus(PARTS.fullView);
  if (isStart) return <Welcome page={page} onSample={onSample} />;

  const told = hint(page, { view: view ? 'ready' : status, opening, refused, files, picture }, onSample);
  const { words, button, lasts } = told;
  const about = `${open.key} ${words}`;
  const putThisAway = () => {
    setPutAway(about);
    focusPicture();
  };
  return (
    <>
      {view && (
        <view.RegionCanvas
          inspection={inspection}
          image={image}
          matches={searching ? matches : null}
          thresholds={thresholds}
          theme={theme}
          missed={missed}
          way={way}
        />
      )}
      <div className={css.foot}>
        {foot}
        {words !== null && about !== putAway && (
          <CanvasHint words={words} button={button || null} onPutAway={lasts ? putThisAway : null} />
        )}
      </div>
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
  /** Stays until the person does something: it can be put away. */
  readonly lasts?: true;
}

interface Coming {
  readonly view: PartState<unknown>['status'];
  readonly opening: boolean;
  /** What was given as the image could not be shown. The reason stands at its field. */
  readonly refused: boolean;
  readonly files: number;
  readonly picture: FilesHeld['picture'];
}

/** What is under way, went wrong or is missing, said on the canvas where one looks for it. */
function hint(page: PageData, coming: Coming, onSample: PictureProps['onSample']): Hint {
  const { view, opening, refused } = coming;
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
  const { words, toFiles, placeless } = missing(page, coming);
  if (toFiles) return { words, button: { label: 'Go to the files', run: focusFiles }, lasts: true };
  const choose = image === null &&
    open.sample === null &&
    !placeless && { label: 'Choose the image', run: chooseImage };
  return { words, button: choose, lasts: true };
}

/** A failure is told by the part's status. */
function loadView(): void {
  PARTS.fullView.load().catch(() => undefined);
}

interface Missing {
  readonly words: string | null;
  readonly toFiles?: true;
  /** No image changes anything. */
  readonly placeless?: true;
}

function missing(
  { inspection, image, tasks }: PageData,
  { files, picture }: Pick<Coming, 'files' | 'picture'>,
): Missing {
  if (inspection.regions.count > 0 && image === null && picture !== null)
    return {
      words: `The answer holds a ${picture}: use it as the image, or drop the image that was sent.`,
      toFiles: true,
    };
  if (inspection.regions.count > 0)
    return { words: image === null ? 'Drop the image that was sent, to see it under its regions.' : null };
  const running = TASK_KINDS.some((kind) => isRunning(tasks[kind].view));
  if (files > 0 && !running && image === null)
    return { words: 'Nothing to draw: this answer holds a file, not regions.', toFiles: true };
  if (inspection.itemCount > 0)
    return image === null
      ? { words: 'These texts have no place on an image: they are in the list.', placeless: true }
      : { words: null };
  if (image === null) return { words: null };
  if (running) return { words: 'The regions appear here as soon as the task is completed.' };
  return files > 0
    ? { words: 'No regions in this answer: what it holds is under Files in this answer.', toFiles: true }
    : { words: 'No regions yet: paste a task id and press Inspect, or paste an answer.' };
}

/** Also before the service has answered for the first time. */
function isRunning({ phase, startedAt }: TaskView): boolean {
  return phase === 'pending' || phase === 'processing' || (phase === 'waiting' && startedAt !== null);
}
