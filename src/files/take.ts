import type { Problem } from '../core/problem.ts';

/** What was dropped or pasted, read while the event lasts: a DataTransfer is empty afterwards. */
export interface Taken {
  /** Images first, then the others, each in the order given. */
  readonly files: readonly File[];
  /** Plain text, as it came; null when there is none. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

const IMAGE_NAME = /\.(?:png|jpe?g|jfif|webp|gif|bmp|avif|tiff?|heic)$/i;

/** Only some browsers say whether an item is a folder. */
interface EntryOfItem {
  webkitGetAsEntry?(): Pick<FileSystemEntry, 'isDirectory'> | null;
}

/** What this needs of a DataTransfer; tests bring their own. */
export interface Transfer {
  readonly items: ArrayLike<Pick<DataTransferItem, 'kind' | 'getAsFile'> & EntryOfItem>;
  readonly files: ArrayLike<File>;
  getData(format: string): string;
}

/** Call it inside the handler of drop or paste. `data` is the event's `dataTransfer` or `clipboardData`. */
export function take(data: Transfer | null): Taken {
  if (!data) return { files: [], text: null, problems: [] };
  const { files, folders } = filesOf(data);
  const text = data.getData('text/plain') || data.getData('text');
  return {
    files: [...files.filter(looksLikeImage), ...files.filter((file) => !looksLikeImage(file))],
    text: text === '' ? null : text,
    problems: folders > 0 ? [folderProblem(folders)] : [],
  };
}

/** Whether a drag brings something to take, asked while it hovers: the files themselves can only be read on drop. */
export function brings(data: { readonly types: readonly string[] } | null): boolean {
  return data !== null && data.types.some((type) => type === 'Files' || type === 'text/plain');
}

function filesOf(data: Transfer): { files: File[]; folders: number } {
  const files: File[] = [];
  let folders = 0;
  for (const item of Array.from(data.items)) {
    if (item.kind !== 'file') continue;
    if (item.webkitGetAsEntry?.()?.isDirectory) {
      folders += 1;
      continue;
    }
    const file = item.getAsFile();
    if (file) files.push(file);
  }
  return files.length > 0 || folders > 0 ? { files, folders } : { files: Array.from(data.files), folders };
}

function looksLikeImage(file: File): boolean {
  return file.type.startsWith('image/') || IMAGE_NAME.test(file.name);
}

function folderProblem(folders: number): Problem {
  return {
    where: 'Dropped files',
    what:
      folders === 1
        ? 'a folder was dropped, and folders are not opened'
        : `${folders} folders were dropped, and folders are not opened`,
    todo: 'Open the folder and drop the image itself.',
    severity: 'warning',
  };
}
