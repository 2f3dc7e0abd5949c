import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/theme.css';
import { PARTS } from '../../src/app/parts.ts';
import { Picture } from '../../src/app/picture.tsx';
import type { PageData } from '../../src/app/use-inspection.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { type TaskView, UNASKED } from '../../src/queries/task-view.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { useNotices } from '../../src/state/notices.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';
import { noise } from '../fixtures/images/bytes.ts';
import { makePng } from '../fixtures/images/png.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';
import { freshPage } from './page-state.ts';

const tryAgain = page.getByRole('button', { name: 'Try again' });

beforeEach(freshPage);
afterEach(() => vi.restoreAllMocks());

/** A sample of which nothing has come. */
function sampleWith(parts: Partial<PageData> = {}, view: TaskView = UNASKED): PageData {
  const handle = { view, checkNow: () => undefined, stop: () => undefined, keepWaiting: () => undefined };
  return {
    open: { ...currentInspection(useInspections.getState()), sample: 'whale' },
    tasks: { detection: handle, recognition: handle },
    decoding: false,
    image: null,
    inspection: anInspection([]),
    matches: new Uint32Array(0),
    searching: false,
    running: null,
    ...parts,
  };
}

describe('what draws the regions', () => {
  it('is said to have failed when it did not come, and is asked for again', async () => {
    const failed = { status: 'failed', module: null } as const;
    vi.spyOn(PARTS.fullView, 'state').mockReturnValue(failed);
    const load = vi.spyOn(PARTS.fullView, 'load').mockRejectedValue(new Error('It is gone.'));
    await shownStrictly(<Picture page={sampleWith()} theme="light" onSample={null} />);
    await expect.element(page.getByText('What draws the regions could not be loaded.')).toBeVisible();
    expect(page.getByText('Loading what draws').query()).toBeNull();
    expect(load).not.toHaveBeenCalled();
    await userEvent.click(tryAgain);
    expect(load).toHaveBeenCalledOnce();
  });
});

describe('an answer that holds a file and no regions', () => {
  it.each([0, 1])('says so, with %i texts beside it, and leads to it', async (texts) => {
    await PARTS.fullView.load();
    const data = sampleWith({ inspection: anInspection([], { texts: Array<string>(texts).fill('a table') }) });
    await shownStrictly(
      <>
        <section aria-label="Files in this answer">
          <button type="button">Save</button>
        </section>
        <Picture page={{ ...data, open: { ...data.open, sample: null } }} theme="light" files={1} onSample={null} />
      </>,
    );
    await expect.element(page.getByText('Nothing to draw: this answer holds a file, not regions.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Go to the files' }));
    await expect.element(page.getByRole('button', { name: 'Save' })).toHaveFocus();
  });
});

describe('an answer that holds the picture of its regions', () => {
  it('says so and leads to it, until the hint is put away', async () => {
    await PARTS.fullView.load();
    const data = sampleWith({ inspection: anInspection([[0, 0, 9, 9]]) });
    await shownStrictly(
      <div style={{ position: 'relative', width: 400, height: 300 }}>
        <Picture
          page={{ ...data, open: { ...data.open, sample: null } }}
          theme="light"
          files={1}
          picture="PDF"
          onSample={null}
        />
      </div>,
    );
    const words = page.getByText('The answer holds a PDF: use it as the image, or drop the image that was sent.');
    await expect.element(words).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Go to the files' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Put this hint away' }));
    await expect.element(words).not.toBeInTheDocument();
  });
});

describe('the image of a sample', () => {
  it('is said to be on its way, then to have failed, with a way to try again', async () => {
    const again = vi.fn<() => void>();
    const { tell, setOpeningImage } = useNotices.getState();
    setOpeningImage(true);
    await PARTS.fullView.load();
    await shownStrictly(<Picture page={sampleWith()} theme="light" onSample={again} />);
    await expect.element(page.getByText("Fetching the sample's image…")).toBeVisible();
    expect(tryAgain.query()).toBeNull();
    setOpeningImage(false);
    tell('image', { where: 'Sample', what: 'the part did not come', severity: 'error' });
    await expect.element(page.getByText("The sample's image could not be loaded.")).toBeVisible();
    await userEvent.click(tryAgain);
    expect(again).toHaveBeenCalledOnce();
  });
});

it('a task that was started and still waits is said to be running, one that was not is asked for', async () => {
  const file = new Blob([makePng({ width: 6, height: 4, colour: 2, rows: noise(6 * 4 * 3) })]);
  const source = await openImage(file, 'page.png');
  onTestFinished(() => source.dispose());
  const image = viewImage(source, 'upright');
  const asked = sampleWith({ image }, { ...UNASKED, startedAt: 1 });
  const unasked = sampleWith({ image });
  await PARTS.fullView.load();
  const Both = () => {
    const [started, setStarted] = useState(false);
    return (
      <div style={{ position: 'relative', width: 400, height: 300 }}>
        <button onClick={() => setStarted(true)}>Start</button>
        <Picture page={started ? asked : unasked} theme="light" onSample={null} />
      </div>
    );
  };
  await shownStrictly(<Both />);
  await expect.element(page.getByText(/^No regions yet/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Start' }));
  await expect.element(page.getByText('The regions appear here as soon as the task is completed.')).toBeVisible();
});
