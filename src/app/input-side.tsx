import { type ReactNode, type Ref, useMemo, useState } from 'react';
import { NOTHING_SELECTED } from '../core/inspection/selection.ts';
import { type EndpointName, endpointsOfKind, type TaskKind } from '../core/ocr/contract.ts';
import { TASK_NAMES } from '../core/ocr/attempt.ts';
import { copyText } from '../files/clipboard.ts';
import { saveBlob, saveText } from '../files/save.ts';
import type { Problem } from '../core/problem.ts';
import type { PixelChoice } from '../image/image-view.ts';
import { useServices } from '../queries/client-context.tsx';
import { useInspections } from '../state/inspections.ts';
import { type Place, useNotices } from '../state/notices.ts';
import { useView } from '../state/view-store.ts';
import { PasteAnswer } from '../ui/answer/paste-answer.tsx';
import { usePart } from '../ui/kit/part.ts';
import { problemWords } from '../ui/kit/problem-words.ts';
import { SourceImage } from '../ui/picture/source-image.tsx';
import { type ListedProblem, type ProblemInAnswer, ProblemList } from '../ui/problems/problem-list.tsx';
import { Panel } from '../ui/shell/panel.tsx';
import { TaskGroup } from '../ui/tasks/task-group.tsx';
import { TasksPanel } from '../ui/tasks/tasks-panel.tsx';
import { useHost } from './host-services.tsx';
import { focusField } from './focus.ts';
import { offeredToken } from './offered-token.ts';
import type { LateTakeIn } from './late-take-in.ts';
import { PARTS } from './parts.ts';
import { PageTextNote } from './pdf-pages.tsx';
import { pollProblems } from './poll-problems.ts';
import { remedyFor } from './remedy.ts';
import { inspect } from './task-deeds.ts';
import type { TokenBox } from './token-box.ts';
import type { TokenLife } from './token-life.ts';
import type { PageData } from './use-inspection.ts';
import { wireAnswer } from './wire-answer.ts';
import { useResultFiles } from './use-result-files.ts';

export interface InputSideProps {
  readonly page: PageData;
  readonly box: TokenBox;
  readonly take: LateTakeIn;
  readonly tokenLife: TokenLife | null;
  readonly problems: readonly ListedProblem[];
  readonly problemList: Ref<HTMLUListElement>;
  /** Which of the pixels, stored or upright, the rectangles are those of; null while nothing says so. */
  readonly pixelsThatFit: PixelChoice | null;
  /** The section Frame, while there is something to say in it. */
  readonly frame: ReactNode;
}

/** The left side: tasks, image, frame, problems, pasted answers. */
export function InputSide({ page, box, take, tokenLife, problems, problemList, pixelsThatFit, frame }: InputSideProps) {
  const { open, tasks, image } = page;
  const { config, renewSampleToken } = useHost();
  const { now, token } = useServices();
  const notices = useNotices((state) => state.notices);
  const offered = useNotices((state) => state.tokenOffered);
  const said = useNotices((state) => state.said);
  const opening = useNotices((state) => state.openingImage);
  const [viewed, setViewed] = useState<Viewed | null>(null);
  const answer = usePart(PARTS.answer, viewed !== null);
  const files = useResultFiles(page);
  const { change, changeTask, setImage, setRawPixels } = inspectionActions();
  const { offerToken, clear } = noticeActions();

  const words = (place: Place) => {
    const problems = notices[place] ?? [];
    return problems.length === 0 ? null : problems.map(problemWords).join(' ');
  };
  const rawOf = (kind: TaskKind) => open.tasks[kind].given?.raw ?? tasks[kind].view.lastRaw;
  const wire = useMemo(() => (viewed === null ? null : wireAnswer(page, viewed.kind, config)), [page, viewed, config]);
  const polled = pollProblems(page);
  const show = (place: ProblemInAnswer) => {
    if (rawOf(place.kind) === null) return;
    // What is chosen has a place of its own, and would be brought into sight instead.
    useView.getState().select(NOTHING_SELECTED);
    setViewed(place);
  };
  const idOf = (kind: TaskKind) => {
    const remark = words(kind) ?? (polled.ids[kind] && problemWords(polled.ids[kind]));
    // A warning does not make the id invalid: it is asked as it stands.
    const isWarning = notices[kind]?.every(({ severity }) => severity === 'warning') ?? false;
    return { value: open.tasks[kind].typed, error: isWarning ? null : remark, hint: isWarning ? remark : null };
  };

  const choiceOf = (kind: TaskKind) => {
    const offered = endpointsOfKind(kind);
    if (offered.length < 2) return null;
    const onChoose = (chosen: EndpointName) => changeTask(kind, { chosen });
    return { offered, chosen: open.tasks[kind].chosen, onChoose };
  };

  const group = (kind: TaskKind) => (
    <TaskGroup
      key={kind}
      kind={kind}
      handle={tasks[kind]}
      endpoint={open.tasks[kind].endpoint}
      choice={choiceOf(kind)}
      pasted={open.tasks[kind].given !== null}
      clock={now}
      remedy={remedyFor(kind, page, config.connections)}
      onView={rawOf(kind) === null ? null : () => setViewed({ kind })}
    />
  );

  return (
    <>
      <TasksPanel
        token={{
          field: box.field,
          life: tokenLife,
          error: words('token') ?? (polled.token && problemWords(polled.token)),
          hint: open.connection === 'sample' ? 'The built-in sample needs none.' : null,
          onType: box.type,
          onGive: box.give,
          onPaste: (text) => take.intoField('token', text),
        }}
        offeredToken={
          offered
            ? {
                accept: () => {
                  box.put(offeredToken.take());
                  offerToken(false);
                },
                dismiss: () => {
                  offeredToken.take();
                  offerToken(false);
                },
              }
            : null
        }
        ids={{ detection: idOf('detection'), recognition: idOf('recognition') }}
        connection={open.connection}
        connections={config.connections}
        service={config.service}
        groups={
          <>
            {group('detection')}
            {group('recognition')}
          </>
        }
        onId={(kind, typed) => {
          clear(kind);
          changeTask(kind, { typed });
        }}
        onIdPaste={(kind, text) => take.intoField(kind, text)}
        onConnection={(connection) => change({ connection })}
        onInspect={() => {
          if (open.connection === 'sample') renewSampleToken();
          const lacking = inspect(box, token.snapshot, tasks);
          if (lacking) focusField(lacking);
        }}
        copy={copyInWords}
      />
      {files && <files.ResultFiles {...files.props} />}
      <PageTextNote />
      <Panel title="Image">
        <SourceImage
          image={image}
          opening={opening}
          error={words('image')}
          rawPixels={open.rawPixels}
          pixelsThatFit={pixelsThatFit}
          onFile={(file) => take.image(file, file.name)}
          onRawPixels={setRawPixels}
          onRemove={() => setImage(null)}
        />
      </Panel>
      {frame}
      {problems.length > 0 && (
        <Panel title={problems.length === 1 ? '1 problem' : `${problems.length} problems`}>
          <ProblemList ref={problemList} problems={problems} onShow={show} />
        </Panel>
      )}
      <Panel title="Without the service">
        <PasteAnswer error={words('paste')} said={said} onRead={take.anything} />
      </Panel>
      {answer && viewed !== null && wire !== null && (
        <answer.AnswerDialog
          title={`${TASK_NAMES[viewed.kind]}: the answer`}
          kind={viewed.kind}
          first={viewed.problem}
          {...wire}
          service={config.service}
          onClose={() => setViewed(null)}
          onCopy={copyInWords}
          onSave={() => saveBlob(new Blob([wire.raw], { type: 'application/json' }), `${viewed.kind}-answer.json`)}
          onSaveLog={(json) => saveText(json, `${viewed.kind}-log.json`, 'application/json')}
        />
      )}
    </>
  );
}

/** The answer that is looked at, and what of it was asked for. */
interface Viewed {
  readonly kind: TaskKind;
  readonly problem?: Problem;
}

/** Actions never change, so nothing has to be subscribed to for them. */
const inspectionActions = () => useInspections.getState();
const noticeActions = () => useNotices.getState();

/** null when it was copied. */
async function copyInWords(text: string): Promise<string | null> {
  const problem = await copyText(text);
  return problem && problemWords(problem);
}
