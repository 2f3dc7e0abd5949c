import type { Problem } from '../core/problem.ts';
import { ImageRefused, type ImageSource } from '../image/image-source.ts';
import { openImage } from '../image/open-image.ts';
import { useInspections } from '../state/inspections.ts';
import { isPdf, SNIFF_BYTES } from '../image/sniff.ts';
import { useNotices } from '../state/notices.ts';
import { usePdfToShow } from '../state/pdf-to-show.ts';
import { requireShown } from './shown-picture.ts';

/** One picture is opened at a time: choosing another one gives up on the one before. */
let opening: AbortController | null = null;

/**
 * Opens a file as the source image of the inspection that is shown. What was there stays until there is something of the new
 * one to show. It comes back when the new one is refused after all, or when another one is chosen before it is whole;
 * the reason then stands at the field.
 */
export async function openPicture(file: Blob, name: string, report: (error: unknown) => void): Promise<void> {
  opening?.abort();
  const mine = new AbortController();
  opening = mine;
  const { tell, setOpeningImage } = useNotices.getState();
  const { current } = useInspections.getState();
  setOpeningImage(true);
  try {
    const source = await openImage(file, name, { signal: mine.signal });
    const stillThere = !mine.signal.aborted && useInspections.getState().current === current;
    if (stillThere) await show(source, mine.signal);
    else source.dispose();
  } catch (error) {
    if (mine.signal.aborted) return;
    if (error instanceof ImageRefused && isPdf(await file.slice(0, SNIFF_BYTES).text())) {
      if (!mine.signal.aborted) showPages(file, name, report);
      return;
    }
    if (!(error instanceof ImageRefused)) report(error);
    tell('image', refusal(error, name));
  } finally {
    if (opening === mine) {
      opening = null;
      setOpeningImage(false);
    }
  }
}

/** A PDF has no pixels yet: one of its pages is to be chosen first. */
function showPages(file: Blob, name: string, report: (error: unknown) => void): void {
  useNotices.getState().clear('image');
  usePdfToShow.getState().show({
    file,
    name,
    page: 1,
    onPicture: async (picture, pictureName) => {
      await openPicture(picture, pictureName, report);
      requireShown(picture);
    },
  });
}

/** Throws why the picture could not be decoded in full; nothing, when it was taken away before that was known. */
async function show(source: ImageSource, signal: AbortSignal): Promise<void> {
  const { tryImage, keepImage, giveBackImage } = useInspections.getState();
  useNotices.getState().clear('image');
  tryImage(source);
  const giveBack = () => giveBackImage(source);
  // At once, for whoever aborts goes on with what was there.
  signal.addEventListener('abort', giveBack, { once: true });
  try {
    await source.whole();
    keepImage(source);
  } catch (error) {
    if (giveBack()) throw error;
  } finally {
    signal.removeEventListener('abort', giveBack);
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
