import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bringBack, fileName, filesOfAnswer, type TakenImage } from '../../src/app/result-files.ts';
import type { ResultFile } from '../../src/core/decode/decoded.ts';
import { AS_RECEIVED } from '../../src/core/geometry/frame-setting.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { usePdfToShow } from '../../src/state/pdf-to-show.ts';
import { EMPTY_ANSWER, unreadSource } from './an-answer.ts';
import { freshPage } from './page-state.ts';

const { openPicture, resultBytes, resultTable, saveBlob } = vi.hoisted(() => ({
  openPicture: vi.fn<(file: Blob, name: string) => Promise<void>>(),
  resultBytes: vi.fn<(answer: unknown, entry: number) => Promise<Uint8Array<ArrayBuffer>>>(),
  resultTable: vi.fn<() => Promise<never>>(),
  saveBlob: vi.fn<(blob: Blob, name: string) => void>(),
}));
vi.mock('../../src/files/result-file.ts', () => ({ resultBytes, resultTable }));
vi.mock('../../src/files/save.ts', () => ({ saveBlob }));
vi.mock('../../src/app/intake.ts', () => ({ openPicture }));
// Drawn in tests of its own, by a browser.
vi.mock('../../src/ui/files/result-files.tsx', () => ({ ResultFiles: null }));

const png: ResultFile = { entry: 1, noun: 'a PNG image', extension: 'png', mime: 'image/png', size: 3 };
const other: ResultFile = { ...png, entry: 2 };
const pdf: ResultFile = { entry: 0, noun: 'a PDF document', extension: 'pdf', mime: 'application/pdf', size: 3 };

beforeEach(() => {
  freshPage();
  saveBlob.mockReset();
  openPicture.mockReset().mockImplementation(opens);
  resultBytes.mockReset().mockImplementation(async (_answer, entry) => Uint8Array.of(entry, 2, 3));
});

const shown = () => currentInspection(useInspections.getState());
const report = (error: unknown) => expect.fail(String(error));
/** As the page opens a picture, without decoding it. */
const opens = async (file: Blob, name: string) => useInspections.getState().setImage(unreadSource(file, name));
const refuses = async () => undefined;

/** The section as it stands now; what is taken is remembered, as the page does. */
function section() {
  let taken: TakenImage | null = null;
  const now = () =>
    filesOfAnswer('recognition', null, EMPTY_ANSWER, [pdf, png, other], {
      open: shown(),
      taken,
      onTaken: (next) => {
        taken = next;
      },
      report,
    });
  return { now, taken: () => taken };
}

function sectionThatRefuses() {
  openPicture.mockImplementation(refuses);
  return section();
}

describe('the name of a file', () => {
  it('is made of the image, or of the task, and the number of the entry', () => {
    expect(fileName('recognition', null, pdf)).toBe('recognition-1.pdf');
    expect(fileName('detection', 'page 7.scan.jpg', png)).toBe('page 7.scan-2.png');
  });

  it('cannot leave its folder, whatever the image is called', () => {
    expect(fileName('recognition', '../../etc/con', pdf)).toBe('image-con-1.pdf');
  });
});

it('saves the bytes as they were sent, with their type', async () => {
  await section().now().onSave(pdf);
  const [[blob, name] = []] = saveBlob.mock.calls;
  expect(name).toBe('recognition-1.pdf');
  expect(blob?.type).toBe('application/pdf');
  expect(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(Uint8Array.of(0, 2, 3));
});

const chosen = async (files: ReturnType<typeof section>, picture: Blob, page: number) => {
  await files.now().onPages(pdf);
  const pages = usePdfToShow.getState().pdf;
  await pages?.onPicture(picture, `a-page-${page}.png`, page);
  return pages;
};

describe('a page of a PDF', () => {
  it('becomes the image, is named in the list, and is where the dialog opens next', async () => {
    const sent = new Blob(['sent']);
    await opens(sent, 'page.jpg');
    const files = section();
    const pages = await chosen(files, new Blob(['drawn']), 3);
    expect(pages).toMatchObject({ name: 'page-1.pdf', page: 1 });
    expect(new Uint8Array((await pages?.file.arrayBuffer()) ?? new ArrayBuffer())).toEqual(Uint8Array.of(0, 2, 3));
    expect(shown().image?.name).toBe('a-page-3.png');
    expect([pdf, png].map(files.now().shownPage)).toEqual([3, null]);
    await files.now().onPages(pdf);
    expect(usePdfToShow.getState().pdf?.page).toBe(3);
    expect(files.taken()?.before?.file).toBe(sent);
  });

  it('that is refused changes nothing', async () => {
    const files = sectionThatRefuses();
    await expect(chosen(files, new Blob(['drawn']), 1)).rejects.toThrow('the section Image says why');
    expect(files.taken()).toBeNull();
  });
});

describe('a picture of the answer', () => {
  it('becomes the image, and the image before comes back as it was shown', async () => {
    const sent = new Blob(['sent']);
    await opens(sent, 'page.jpg');
    const frame = {
      setting: { ...AS_RECEIVED, scaleX: 2 },
      before: [{ setting: AS_RECEIVED, rawPixels: false }],
      from: null,
    };
    useInspections.getState().change({ rawPixels: true, frame });

    const files = section();
    await files.now().onUse(png);
    expect(shown().image?.name).toBe('page-2.png');
    expect(shown()).toMatchObject({ rawPixels: false, frame: { setting: AS_RECEIVED } });
    expect([png, other].map(files.now().isShown)).toEqual([true, false]);

    // Another one after it: what comes back is still what the person gave, and names the files.
    await files.now().onUse(other);
    expect([png, other].map(files.now().isShown)).toEqual([false, true]);
    expect(files.now().nameOf(pdf)).toBe('page-1.pdf');

    const before = files.taken()?.before;
    expect(before?.name).toBe('page.jpg');
    if (before) await bringBack(before, { report });
    expect(shown().image?.file).toBe(sent);
    expect(shown()).toMatchObject({ rawPixels: true, frame });
    expect([png, other].map(files.now().isShown)).toEqual([false, false]);
  });

  it('has nothing to bring back where there was no image', async () => {
    const files = section();
    await files.now().onUse(png);
    expect(shown().image?.name).toBe('recognition-2.png');
    expect(files.taken()?.before).toBeNull();
  });

  it('says so when it cannot be shown, and changes nothing', async () => {
    const sent = new Blob(['sent']);
    await opens(sent, 'page.jpg');
    const files = sectionThatRefuses();
    await expect(files.now().onUse(png)).rejects.toThrow('the section Image says why');
    expect(shown().image?.file).toBe(sent);
    expect(files.taken()).toBeNull();
  });

  it('is only offered where browsers can open it', () => {
    const { isImage } = section().now();
    expect([png, pdf, { ...png, extension: 'tif' }].map(isImage)).toEqual([true, false, false]);
  });
});
