import { useMemo } from 'react';
import { TASK_NAMES } from '../core/ocr/attempt.ts';
import { TASK_KINDS } from '../core/ocr/contract.ts';
import { useDecoded } from '../queries/use-decoded.ts';
import type { ResultFilesProps } from '../ui/files/result-files.tsx';
import { usePart } from '../ui/kit/part.ts';
import { useHost } from './host-services.tsx';
import { PARTS } from './parts.ts';
import { type PageData, shownAnswer } from './use-inspection.ts';
import { useTakenImage } from './use-taken-image.ts';

/** What the answers hold besides regions and texts. */
export interface FilesHeld {
  readonly count: number;
  /** What of them the picture can be made of, the first; null: nothing. */
  readonly picture: 'picture' | 'PDF' | null;
}

export function useFilesHeld({ open, tasks }: Pick<PageData, 'open' | 'tasks'>): FilesHeld {
  const detected = useDecoded(shownAnswer(open.tasks.detection, tasks.detection), 'detection').decoded;
  const recognised = useDecoded(shownAnswer(open.tasks.recognition, tasks.recognition), 'recognition').decoded;
  const files = [...(detected?.files ?? []), ...(recognised?.files ?? [])];
  const shown = files.find(({ mime }) => mime === PDF || (mime.startsWith('image/') && mime !== 'image/tiff'));
  return { count: files.length, picture: shown ? (shown.mime === PDF ? 'PDF' : 'picture') : null };
}

const PDF = 'application/pdf';

/** The section Files in this answer: what draws it, and with what. null: there are no files, or it is yet to come. */
export function useResultFiles({ open, tasks }: Pick<PageData, 'open' | 'tasks'>) {
  const { report } = useHost();
  const [taken, onTaken] = useTakenImage();
  const detection = shownAnswer(open.tasks.detection, tasks.detection);
  const recognition = shownAnswer(open.tasks.recognition, tasks.recognition);
  // Decoded once, however often it is asked for.
  const detected = useDecoded(detection, 'detection').decoded?.files;
  const recognised = useDecoded(recognition, 'recognition').decoded?.files;
  const { image } = open;

  const held = useMemo(() => {
    const answers = { detection, recognition };
    const files = { detection: detected ?? [], recognition: recognised ?? [] };
    return TASK_KINDS.flatMap((kind) => {
      const answer = answers[kind];
      return answer && files[kind].length > 0 ? [{ kind, answer, files: files[kind] }] : [];
    });
  }, [detection, recognition, detected, recognised]);
  const isShown = taken !== null && image?.file === taken.file;
  const part = usePart(PARTS.files, held.length > 0 || isShown);

  return useMemo(() => {
    const before = isShown ? taken.before : null;
    if (!part || (held.length === 0 && before === null)) return null;
    const tools = { open: { image }, taken, onTaken, report };
    const props: ResultFilesProps = {
      answers: held.map(({ kind, answer, files }) =>
        part.filesOfAnswer(kind, held.length > 1 ? TASK_NAMES[kind] : null, answer, files, tools),
      ),
      before: before && { name: before.name, onBringBack: () => part.bringBack(before, { report }) },
    };
    return { ResultFiles: part.ResultFiles, props };
  }, [part, held, image, taken, onTaken, isShown, report]);
}
