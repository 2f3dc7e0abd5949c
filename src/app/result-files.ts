import type { ResultFile } from '../core/decode/decoded.ts';
import { imageStem } from '../core/export/file-names.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import { resultBytes, resultTable } from '../files/result-file.ts';
import { saveBlob } from '../files/save.ts';
import type { ImageSource } from '../image/image-source.ts';
import { currentInspection, type FrameChoice, type OpenInspection, useInspections } from '../state/inspections.ts';
import { usePdfToShow } from '../state/pdf-to-show.ts';
import type { FilesOfAnswer } from '../ui/files/result-files.tsx';
import { PARTS } from './parts.ts';
import { requireShown } from './shown-picture.ts';

export { ResultFiles } from '../ui/files/result-files.tsx';

/** A file of an answer that was made the image, and what it took the place of. */
export interface TakenImage {
  readonly answer: ReceivedAnswer;
  readonly entry: number;
  /** Of a PDF, from 1; null: the file itself. */
  readonly page: number | null;
  readonly file: Blob;
  readonly before: ImageBefore | null;
}

/** Enough to open an image again as it was shown. The file is the browser's own: nothing of the picture is kept. */
export interface ImageBefore {
  readonly file: Blob;
  readonly name: string;
  readonly rawPixels: boolean;
  readonly frame: FrameChoice;
}

export interface FileTools {
  readonly open: Pick<OpenInspection, 'image'>;
  readonly taken: TakenImage | null;
  readonly onTaken: (taken: TakenImage) => void;
  readonly report: (error: unknown) => void;
}

/** What browsers open; a TIFF is only saved. */
const OPENED: ReadonlySet<string> = new Set(['png', 'jpg', 'webp', 'gif', 'bmp', 'avif']);

/** The files of one answer for the section, and what its buttons do. */
export function filesOfAnswer(
  kind: TaskKind,
  task: string | null,
  answer: ReceivedAnswer,
  files: readonly ResultFile[],
  tools: FileTools,
): FilesOfAnswer {
  const { open, taken, onTaken } = tools;
  const isShown = ({ entry }: ResultFile) =>
    taken?.answer === answer && taken.entry === entry && open.image?.file === taken.file;
  const use = async (entry: number, page: number | null, picture: Blob, name: string) => {
    const before = imageBefore(taken);
    await show(picture, name, tools);
    onTaken({ answer, entry, page, file: picture, before });
  };
  const nameOf = (file: ResultFile) => fileName(kind, namedAfter(open.image, taken), file);
  return {
    key: kind,
    task,
    files,
    nameOf,
    isImage: ({ extension }) => OPENED.has(extension),
    isShown,
    shownPage: (file) => (isShown(file) ? (taken?.page ?? null) : null),
    hasPages: ({ extension }) => extension === 'pdf',
    onSave: async (file) =>
      saveBlob(new Blob([await resultBytes(answer, file.entry)], { type: file.mime }), nameOf(file)),
    onUse: async (file) => {
      const picture = new Blob([await resultBytes(answer, file.entry)], { type: file.mime });
      await use(file.entry, null, picture, nameOf(file));
    },
    onPages: async (file) => {
      const pdf = new Blob([await resultBytes(answer, file.entry)], { type: file.mime });
      usePdfToShow.getState().show({
        file: pdf,
        name: nameOf(file),
        page: isShown(file) ? (taken?.page ?? 1) : 1,
        onPicture: (picture, name, page) => use(file.entry, page, picture, name),
      });
    },
    readTable: (file, signal) => resultTable(answer, file.entry, signal),
  };
}

/**
 * `<image or task>-<n>.<ext>`: n is the entry's number, from 1. Neither part comes from the answer: the extension is the one that
 * the content has in our own table.
 */
export function fileName(kind: TaskKind, imageName: string | null, { entry, extension }: ResultFile): string {
  return `${imageName === null ? kind : imageStem(imageName)}-${entry + 1}.${extension}`;
}

/** Shows the image that a file of the answer took the place of, read as it was and with its frame. */
export async function bringBack(before: ImageBefore, tools: Pick<FileTools, 'report'>): Promise<void> {
  await show(before.file, before.name, tools);
  const { rawPixels, frame } = before;
  useInspections.getState().change({ rawPixels, frame });
}

/** Files are named after the image that was sent, and not after one another. */
function namedAfter(image: ImageSource | null, taken: TakenImage | null): string | null {
  if (!image) return null;
  return taken?.file === image.file ? (taken.before?.name ?? null) : image.name;
}

/** Of several files that were tried one after the other, what was there before the first. */
function imageBefore(taken: TakenImage | null): ImageBefore | null {
  const { image, rawPixels, frame } = currentInspection(useInspections.getState());
  if (!image) return null;
  if (taken?.file === image.file) return taken.before;
  return { file: image.file, name: image.name, rawPixels, frame: { ...frame, from: null } };
}

/** Throws in words when the picture is not shown in the end; the reason stands at the field. */
async function show(file: Blob, name: string, { report }: Pick<FileTools, 'report'>): Promise<void> {
  const { current } = useInspections.getState();
  const { openPicture } = await PARTS.intake.load('quietly');
  if (useInspections.getState().current !== current)
    throw new DOMException('Another inspection is shown.', 'AbortError');
  await openPicture(file, name, report);
  requireShown(file);
}
