import type { Problem } from '../core/problem.ts';
import { ImageRefused } from '../image/image-source.ts';
import { openImage } from '../image/open-image.ts';
import { useInspections } from '../state/inspections.ts';
import { useNotices } from '../state/notices.ts';

/** One picture is opened at a time: choosing another one gives up on the one before. */
let opening: AbortController | null = null;

/**
 * Opens a file as the source image of the inspection that is shown. What was there stays until the new one is ready,
 * and stays for good when the new one is refused; the reason then stands at the field.
 */
export async function openPicture(file: Blob, name: string, report: (error: unknown) => void): Promise<void> {
  opening?.abort();
  const mine = new AbortController();
  opening = mine;
  const { tell, clear, setOpeningImage } = useNotices.getState();
  const { current } = useInspections.getState();
  setOpeningImage(true);
  try {
    const source = await openImage(file, name, { signal: mine.signal });
    const stillThere = !mine.signal.aborted && useInspections.getState().current === current;
    if (!stillThere) {
      source.dispose();
      return;
    }
    clear('image');
    useInspections.getState().setImage(source);
  } catch (error) {
    if (mine.signal.aborted) return;
    if (!(error instanceof ImageRefused)) report(error);
    tell('image', refusal(error, name));
  } finally {
    if (opening === mine) {
      opening = null;
      setOpeningImage(false);
    }
  }
}

/** Leaves off opening, when the inspection that it was meant for goes away. */
export function stopOpening(): void {
  opening?.abort();
  opening = null;
  useNotices.getState().setOpeningImage(false);
}

function refusal(error: unknown, name: string): Problem {
  const refused = error instanceof ImageRefused;
  return {
    where: 'Source image',
    what: refused ? error.message : `${name} could not be opened by this browser`,
    todo: refused ? error.todo : 'Save it again as PNG or JPEG, and drop that.',
    severity: 'error',
  };
}
