import { beforeEach, describe, expect, it } from 'vitest';
import { AS_RECEIVED } from '../../src/core/geometry/frame-setting.ts';
import type { ImageSource } from '../../src/image/image-source.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';

const SAMPLE = { name: 'book', ids: { detection: 'd', recognition: 'r' } };
const shown = () => currentInspection(useInspections.getState());

beforeEach(() => useInspections.setState(useInspections.getInitialState(), true));

/** An image that notes when it is disposed of. */
function anImage(disposed: string[], name: string): ImageSource {
  return {
    name,
    type: 'png',
    file: new Blob(),
    stored: { width: 1, height: 1 },
    orientation: 1,
    lossless: true,
    notes: [],
    sha256: () => Promise.resolve(null),
    picture: () => [],
    onChange: () => () => {},
    whole: () => Promise.reject(new RangeError('Nothing reads this picture.')),
    read: () => Promise.reject(new RangeError('Nothing reads this picture.')),
    colourChunks: new Uint8Array(0),
    dispose: () => disposed.push(name),
  };
}

describe('a sample', () => {
  it('is asked for at once, with the built-in service', () => {
    useInspections.getState().change({ connection: 'direct' });
    useInspections.getState().openSample(SAMPLE);
    expect(shown()).toMatchObject({
      sample: 'book',
      connection: 'sample',
      tasks: { detection: { typed: 'd', asked: 'd' }, recognition: { typed: 'r', asked: 'r' } },
    });
  });

  it("leaves the person's own ids, connection and image as they were", () => {
    const disposed: string[] = [];
    const { change, changeTask, setImage, openSample, leaveSample } = useInspections.getState();
    change({ connection: 'direct' });
    changeTask('detection', { typed: 'mine' });
    setImage(anImage(disposed, 'mine'));
    const before = shown();
    openSample(SAMPLE);
    changeTask('detection', { typed: 'changed' });
    setImage(anImage(disposed, 'of the sample'));
    leaveSample();
    expect(shown()).toBe(before);
    expect(disposed).toEqual(['of the sample']);
  });

  it('takes the place of the sample before it', () => {
    useInspections.getState().openSample(SAMPLE);
    useInspections.getState().openSample({ ...SAMPLE, name: 'form' });
    expect(useInspections.getState().list.map(({ sample }) => sample)).toEqual([null, 'form']);
  });

  it('that is not open can be left, and nothing changes', () => {
    const before = useInspections.getState();
    before.leaveSample();
    expect(useInspections.getState()).toBe(before);
  });
});

describe('an image', () => {
  it('is disposed of when another one takes its place, and not before', () => {
    const disposed: string[] = [];
    const { setImage } = useInspections.getState();
    const first = anImage(disposed, 'first');
    setImage(first);
    setImage(first);
    expect(disposed).toEqual([]);
    setImage(anImage(disposed, 'second'));
    setImage(null);
    expect(disposed).toEqual(['first', 'second']);
  });

  it('is shown as EXIF turns it, whatever was chosen for the one before', () => {
    useInspections.getState().change({ rawPixels: true });
    useInspections.getState().setImage(anImage([], 'next'));
    expect(shown().rawPixels).toBe(false);
  });
});

describe('a task', () => {
  it('changes without touching the other one', () => {
    const { recognition } = shown().tasks;
    useInspections.getState().changeTask('detection', { typed: 'a', asked: 'a' });
    expect(shown().tasks.detection).toMatchObject({ typed: 'a', asked: 'a', given: null, before: null });
    expect(shown().tasks.recognition).toBe(recognition);
  });
});

describe('the frame', () => {
  const scaled = { ...AS_RECEIVED, scaleX: 2, scaleY: 2 };
  const moved = { ...scaled, x: 5 };

  it('goes back step by step, and a gesture is one step', () => {
    const { setFrame, undoFrame } = useInspections.getState();
    setFrame(scaled);
    for (let x = 1; x < 5; x += 1) setFrame({ ...scaled, x }, 'live');
    setFrame(moved);
    expect(shown().frame.setting).toEqual(moved);
    undoFrame();
    expect(shown().frame.setting).toEqual(scaled);
    undoFrame();
    undoFrame();
    expect(shown().frame).toEqual({ setting: AS_RECEIVED, before: [], from: null });
  });

  it('keeps no step of a gesture that came to nothing', () => {
    const { setFrame } = useInspections.getState();
    setFrame(scaled, 'live');
    setFrame(AS_RECEIVED);
    expect(shown().frame.before).toEqual([]);
  });

  it('starts anew with the other way of turning the pixels, and goes back with it', () => {
    const { setFrame, setRawPixels, undoFrame } = useInspections.getState();
    setFrame(moved);
    setRawPixels(true);
    expect(shown()).toMatchObject({ rawPixels: true, frame: { setting: AS_RECEIVED } });
    undoFrame();
    expect(shown()).toMatchObject({ rawPixels: false, frame: { setting: moved } });
  });

  it('starts as received with another image, and comes back with the one that was there', () => {
    const { setFrame, setImage, tryImage, giveBackImage } = useInspections.getState();
    setImage(anImage([], 'first'));
    setFrame(moved);
    const tried = anImage([], 'tried');
    tryImage(tried);
    expect(shown().frame.setting).toEqual(AS_RECEIVED);
    giveBackImage(tried);
    expect(shown().frame.setting).toEqual(moved);
  });
});
