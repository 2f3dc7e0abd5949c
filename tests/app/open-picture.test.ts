import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPicture, stopOpening } from '../../src/app/open-picture.ts';
import { ImageRefused, type ImageSource } from '../../src/image/image-source.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { useNotices } from '../../src/state/notices.ts';
import { freshPage, toldAt } from './page-state.ts';

// Decoding needs a browser; here it is played.
const { openImage } = vi.hoisted(() => ({
  openImage: vi.fn<(file: Blob, name: string, options: { signal: AbortSignal }) => Promise<ImageSource>>(),
}));
vi.mock('../../src/image/open-image.ts', () => ({ openImage }));

let closed: string[];

beforeEach(() => {
  freshPage();
  closed = [];
  openImage.mockReset();
});

const shown = () => currentInspection(useInspections.getState()).image?.name ?? null;
const reported: unknown[] = [];
const report = (error: unknown) => void reported.push(error);
const refusal = new ImageRefused('The browser could not decode this JPEG.', 'Save it as PNG.');

const nothing = () => {};

/** An image whose overview is there; the rest comes, or does not, when the test says so. */
function onItsWay(name: string) {
  let comes: () => void = nothing;
  let fails: (why: Error) => void = nothing;
  const whole = new Promise<ImageBitmap>((resolve, reject) => {
    comes = () => resolve({ width: 5000, height: 4000, close: () => undefined });
    fails = reject;
  });
  whole.catch(() => {});
  const source: ImageSource = {
    name,
    type: 'jpeg',
    file: new Blob(),
    stored: { width: 5000, height: 4000 },
    orientation: 1,
    lossless: false,
    notes: [],
    colourChunks: new Uint8Array(0),
    sha256: () => Promise.resolve(null),
    picture: () => [],
    onChange: () => () => {},
    whole: () => whole,
    read: () => Promise.reject(new RangeError('Nothing reads this picture.')),
    dispose: () => {
      closed.push(name);
      fails(new DOMException('The image was closed.', 'AbortError'));
    },
  };
  return {
    source,
    comes: () => comes(),
    isRefused: () => fails(refusal),
  };
}

/** Starts opening; the overview is shown when this is over. */
async function open(name: string) {
  const picture = onItsWay(name);
  openImage.mockResolvedValueOnce(picture.source);
  const opening = openPicture(new Blob(), name, report);
  await vi.waitFor(() => expect(shown()).toBe(name));
  return { ...picture, opening };
}

async function openWhole(name: string): Promise<void> {
  const { comes, opening } = await open(name);
  comes();
  await opening;
}

describe('a picture that is shown before it is whole', () => {
  it('takes the place of the one before, which is closed when the new one is whole and not before', async () => {
    await openWhole('old.jpg');
    const { comes, opening } = await open('new.jpg');
    expect([shown(), closed, useNotices.getState().openingImage]).toEqual(['new.jpg', [], true]);
    comes();
    await opening;
    expect([shown(), closed, useNotices.getState().openingImage]).toEqual(['new.jpg', ['old.jpg'], false]);
  });

  it('gives way to the one before when the rest of it is refused, and the reason stands at the field', async () => {
    await openWhole('old.jpg');
    useInspections.getState().change({ rawPixels: true });
    const { isRefused, opening } = await open('broken.jpg');
    expect(currentInspection(useInspections.getState()).rawPixels).toBe(false);
    isRefused();
    await opening;
    expect([shown(), closed]).toEqual(['old.jpg', ['broken.jpg']]);
    expect(currentInspection(useInspections.getState()).rawPixels).toBe(true);
    expect(toldAt('image')).toEqual([refusal.message]);
  });

  it('gives way at once when another file is chosen, and for good when that is refused', async () => {
    await openWhole('old.jpg');
    const second = await open('second.jpg');
    openImage.mockRejectedValueOnce(refusal);
    const third = openPicture(new Blob(), 'third.jpg', report);
    expect([shown(), closed]).toEqual(['old.jpg', ['second.jpg']]);
    await Promise.all([second.opening, third]);
    expect([shown(), closed]).toEqual(['old.jpg', ['second.jpg']]);
    expect(toldAt('image')).toEqual([refusal.message]);
  });

  it('that comes after another one was chosen changes nothing', async () => {
    const first = await open('first.jpg');
    await openWhole('second.jpg');
    first.comes();
    await first.opening;
    expect([shown(), closed]).toEqual(['second.jpg', ['first.jpg']]);
  });

  it('can be taken away, and what it stood for goes with it without a word', async () => {
    await openWhole('old.jpg');
    const { opening } = await open('new.jpg');
    useInspections.getState().setImage(null);
    await opening;
    expect([shown(), closed.toSorted(), toldAt('image')]).toEqual([null, ['new.jpg', 'old.jpg'], []]);
  });

  it('is given up with the inspection it belongs to', async () => {
    useInspections.getState().openSample({ name: 'book', ids: { detection: 'd', recognition: 'r' } });
    const { opening } = await open('book.jpg');
    stopOpening();
    useInspections.getState().leaveSample();
    await opening;
    expect([shown(), closed, toldAt('image'), useNotices.getState().openingImage]).toEqual([
      null,
      ['book.jpg'],
      [],
      false,
    ]);
  });

  it('keeps the choice of raw pixels that was made meanwhile', async () => {
    const { comes, opening } = await open('new.jpg');
    useInspections.getState().change({ rawPixels: true });
    comes();
    await opening;
    expect(currentInspection(useInspections.getState()).rawPixels).toBe(true);
  });
});

describe('a file that is no picture', () => {
  it('takes nothing away, and says why', async () => {
    await openWhole('old.jpg');
    openImage.mockRejectedValueOnce(refusal);
    await openPicture(new Blob(), 'no.txt', report);
    expect([shown(), closed, toldAt('image'), reported]).toEqual(['old.jpg', [], [refusal.message], []]);
  });

  it('that fails in a way nobody thought of is reported too', async () => {
    openImage.mockRejectedValueOnce(new TypeError('x is not a function'));
    await openPicture(new Blob(), 'odd.jpg', report);
    expect([toldAt('image'), reported.length]).toEqual([['odd.jpg could not be opened by this browser'], 1]);
  });
});
