import { create } from 'zustand';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { PARTS } from '../../src/app/parts.ts';
import { type Evidence, useEvidence } from '../../src/app/use-evidence.ts';
import { AS_RECEIVED, frameOf } from '../../src/core/geometry/frame-setting.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { type ImageView, viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { currentInspection, type FrameChoice, useInspections } from '../../src/state/inspections.ts';
import { sessionsOpen } from '../../src/workers/session.ts';
import { type Four, inspectionOf } from '../ui/support/inspections.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';

const SIZE = { width: 1200, height: 1600 };

beforeEach(async () => {
  // What the worker is asked by comes with the full view.
  await PARTS.fullView.load();
});

afterEach(() => vi.unstubAllGlobals());

describe('what the pixels say of the rectangles', () => {
  it('fits where they were drawn, with ink in every box and none beside them', async () => {
    const { image, words } = await drawnPage();
    const { latest } = await shown(image, inspectionOf({ rectangles: [...words, null], imageSize: SIZE }));
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    expect(latest().check).toMatchObject({ verdict: 'fits', suggestions: [] });
    const density = [...(latest().ink?.density ?? [])];
    expect(density).toHaveLength(words.length + 1);
    expect(density.slice(0, -1).every((share) => share > 0.05)).toBe(true);
    expect(density.at(-1)).toBeNaN();
    expect([...(latest().ink?.missed ?? [])]).toEqual([]);
  });

  it('says what they would fit by when all numbers are halved, and takes that at its word', async () => {
    const { image, words } = await drawnPage();
    const halved = words.map((box): Four => [box[0] / 2, box[1] / 2, box[2] / 2, box[3] / 2]);
    const inspection = inspectionOf({ rectangles: halved, imageSize: SIZE });
    const { latest, show } = await shown(image, inspection);
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    expect(latest().check?.verdict).toBe('fits only if');
    const [best] = latest().check?.suggestions ?? [];
    expect(best?.setting.scaleX).toBeCloseTo(2, 1);
    expect(best?.setting.scaleY).toBeCloseTo(2, 1);
    const atFirst = latest().ink;
    expect(atFirst?.missed.length).toBeGreaterThan(0);

    const check = latest().check;
    show({ inspection: { ...inspection, frame: frameOf({ ...AS_RECEIVED, scaleX: 2, scaleY: 2 }, SIZE) } });
    // The check is of the rectangles as received and stays; what the ink said under another frame is only known as such.
    await expect.poll(() => latest().ink).toBeNull();
    expect(latest().lastInk).toBe(atFirst);
    expect(latest().check).toBe(check);
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    expect([...(latest().ink?.missed ?? [])]).toEqual([]);
    expect(latest().lastInk).toBe(latest().ink);

    // Of other rectangles, it says nothing.
    show({ inspection: inspectionOf({ rectangles: words, imageSize: SIZE }) });
    await expect.poll(() => latest().lastInk).toBeNull();
  });

  it('finds the word whose box is missing', async () => {
    const { image, words } = await drawnPage();
    const { latest } = await shown(image, inspectionOf({ rectangles: words.toSpliced(7, 1), imageSize: SIZE }));
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    const missed = [...(latest().ink?.missed ?? [])];
    expect(missed).toHaveLength(4);
    missed.forEach((edge, at) => expect(Math.abs(edge - (words[7]?.[at] ?? NaN))).toBeLessThan(14));
  });
});

describe('its worker', () => {
  it('is one, stays while the frame is dragged, is asked once it rests, and goes with the page', async () => {
    const { image, words } = await drawnPage();
    const inspection = inspectionOf({ rectangles: words, imageSize: SIZE });
    const { latest, show, leave } = await shown(image, inspection);
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    expect(sessionsOpen()).toBe(1);
    const asked = questionsAsked();
    // A clock of its own: on a slow machine, a hand that moves would rest.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    for (let x = 1; x <= 20; x += 1) {
      const setting = { ...AS_RECEIVED, x };
      const frame = frameOf(setting, SIZE);
      show({ inspection: { ...inspection, frame }, frame: { ...AT_REST, setting, from: AS_RECEIVED } });
      // eslint-disable-next-line no-await-in-loop -- each is shown before the next
      await nextFrames();
      vi.advanceTimersByTime(100);
    }
    expect(asked()).toEqual([]);
    vi.advanceTimersByTime(100);
    vi.useRealTimers();
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    expect(asked()).toEqual(['ink']);
    expect(sessionsOpen()).toBe(1);
    await leave();
    expect(sessionsOpen()).toBe(0);
  });

  it('is not there without rectangles that can be drawn', async () => {
    const { image } = await drawnPage();
    const { latest, show } = await shown(image, inspectionOf({ rectangles: [null, [5, 5, 5, 9]], imageSize: SIZE }));
    await new Promise((later) => setTimeout(later, 300));
    expect(latest().status).toBe('nothing to check');
    expect(sessionsOpen()).toBe(0);
    show({ inspection: inspectionOf({ rectangles: [[10, 10, 90, 90]], imageSize: SIZE }) });
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    show({ image: null });
    await expect.poll(() => latest().status).toBe('nothing to check');
    expect(sessionsOpen()).toBe(0);
  });

  it('that does not come is said by the status alone, and comes with the next question', async () => {
    const real = globalThis.Worker;
    vi.stubGlobal('Worker', NoWorker);
    const { image, words } = await drawnPage();
    const { latest, show } = await shown(image, inspectionOf({ rectangles: words, imageSize: SIZE }));
    await expect.poll(() => latest().status, PATIENT).toBe('failed');
    expect(sessionsOpen()).toBe(0);
    vi.stubGlobal('Worker', real);
    show({ inspection: inspectionOf({ rectangles: words, imageSize: SIZE }) });
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
  });

  it('that failed is asked again by the person, and the failure is forgotten meanwhile', async () => {
    const real = globalThis.Worker;
    vi.stubGlobal('Worker', NoWorker);
    const { image, words } = await drawnPage();
    const { latest, seen } = await shown(image, inspectionOf({ rectangles: words, imageSize: SIZE }));
    await expect.poll(() => latest().inkFailed && latest().status, PATIENT).toBe('failed');
    vi.stubGlobal('Worker', real);
    const before = seen.length;
    latest().checkAgain();
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    expect(seen.slice(before).map(({ status }) => status)).not.toContain('failed');
    expect(latest().check?.verdict).toBe('fits');
    expect(latest().inkFailed).toBe(false);
  });

  it('that stops under one frame does not fail the next', async () => {
    const { image, words } = await drawnPage();
    const inspection = inspectionOf({ rectangles: words, imageSize: SIZE });
    const { latest, show } = await shown(image, inspection);
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
    const post = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function stops(this: Worker) {
      this.dispatchEvent(new ErrorEvent('error', { message: 'stopped', cancelable: true }));
    });
    onTestFinished(() => post.mockRestore());
    const moved = (x: number) => ({ inspection: { ...inspection, frame: frameOf({ ...AS_RECEIVED, x }, SIZE) } });
    show(moved(3));
    await expect.poll(() => latest().inkFailed, PATIENT).toBe(true);
    // What was said before is of no use where nothing will come.
    expect(latest().lastInk).toBeNull();
    expect([latest().status, latest().check?.verdict]).toEqual(['failed', 'fits']);
    post.mockRestore();
    show(moved(4));
    await expect.poll(() => latest().status).toBe('checking');
    await expect.poll(() => latest().status, PATIENT).toBe('checked');
  });
});

const PATIENT = { timeout: 15_000 };
const AT_REST: FrameChoice = { setting: AS_RECEIVED, before: [], from: null };

class NoWorker extends EventTarget {
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'none', cancelable: true })));
  }
  postMessage() {}
  terminate() {}
}

interface Shown {
  readonly image: ImageView | null;
  readonly inspection: Inspection | null;
  readonly frame: FrameChoice;
}

const useShown = create<Shown>(() => ({ image: null, inspection: null, frame: AT_REST }));

async function shown(image: ImageView, inspection: Inspection) {
  const seen: Evidence[] = [];
  function Asking(page: {
    readonly image: ImageView | null;
    readonly inspection: Inspection;
    readonly frame: FrameChoice;
  }) {
    const open = { ...useInspections(currentInspection), frame: page.frame };
    seen.push(useEvidence({ image: page.image, inspection: page.inspection, open }));
    return <p>asked</p>;
  }
  function Page() {
    const { inspection: given, ...rest } = useShown();
    return given && <Asking inspection={given} {...rest} />;
  }
  useShown.setState({ image, inspection, frame: AT_REST });
  await shownStrictly(<Page />);
  const latest = () => {
    const last = seen.at(-1);
    if (!last) throw new Error('Nothing was shown.');
    return last;
  };
  return {
    latest,
    seen,
    show: (change: Partial<Shown>) => useShown.setState(change),
    leave: async () => {
      useShown.setState({ inspection: null });
      await expect.poll(() => document.body.textContent).not.toContain('asked');
    },
  };
}

/** Kinds of the questions that workers are asked from now on. */
function questionsAsked(): () => readonly string[] {
  const post = vi.spyOn(Worker.prototype, 'postMessage');
  onTestFinished(() => post.mockRestore());
  return () => post.mock.calls.flatMap(([message]) => kindAsked(message) ?? []);
}

/** Messages to other workers than this one ask nothing of a kind. */
function kindAsked(message: unknown): string | null {
  const question = isRecord(message) ? message['question'] : null;
  const kind = isRecord(question) ? question['kind'] : null;
  return typeof kind === 'string' ? kind : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Two: in the first, what was shown is painted, and in the second its effects have run. */
async function nextFrames(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

/** Lines of words as a scanner gives them, and where each was drawn. */
async function drawnPage(): Promise<{ readonly image: ImageView; readonly words: readonly Four[] }> {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  context.fillStyle = '#222';
  context.font = '30px serif';
  context.textBaseline = 'alphabetic';
  const words: Four[] = [];
  const vocabulary = ['brown', 'fox', 'jumps', 'over', 'heavy', 'hedges', 'at', 'dawn', 'quickly'];
  for (let line = 0; line < 22; line += 1) {
    let x = 90 + (line % 5) * 14;
    for (let at = 0; x < 1000 - (line % 4) * 90; at += 1) {
      const word = vocabulary[(line * 4 + at * 5) % vocabulary.length] ?? 'word';
      const y = 140 + line * 60;
      const measured = context.measureText(word);
      context.fillText(word, x, y);
      words.push([
        Math.floor(x - measured.actualBoundingBoxLeft),
        Math.floor(y - measured.actualBoundingBoxAscent),
        Math.ceil(x + measured.actualBoundingBoxRight),
        Math.ceil(y + measured.actualBoundingBoxDescent),
      ]);
      x += measured.width + 44;
    }
  }
  const file = await canvas.convertToBlob({ type: 'image/png' });
  return { image: viewImage(await openImage(file, 'page.png'), 'upright'), words };
}
