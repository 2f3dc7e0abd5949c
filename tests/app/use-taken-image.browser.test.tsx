import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TakenImage } from '../../src/app/result-files.ts';
import { useTakenImage } from '../../src/app/use-taken-image.ts';
import type { ImageSource } from '../../src/image/image-source.ts';
import { useInspections } from '../../src/state/inspections.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';
import { freshPage } from './page-state.ts';

beforeEach(freshPage);

const status = page.getByRole('status');
const inspections = () => useInspections.getState();
const SAMPLE = { name: 'book', ids: { detection: null, recognition: null } };

it('each inspection has its own, which goes with it and with its image', async () => {
  await shownStrictly(<Shown />);
  await expect.element(status).toHaveTextContent('none');
  await userEvent.click(page.getByRole('button', { name: 'Use 1' }));
  await expect.element(status).toHaveTextContent('file 1');

  inspections().openSample(SAMPLE);
  await expect.element(status).toHaveTextContent('none');
  await userEvent.click(page.getByRole('button', { name: 'Use 2' }));
  await expect.element(status).toHaveTextContent('file 2');
  inspections().leaveSample();
  await expect.element(status).toHaveTextContent('file 1');
  inspections().openSample(SAMPLE);
  await expect.element(status).toHaveTextContent('none');
  inspections().leaveSample();

  // One that is tried and refused leaves it as it is.
  const tried = source(new Blob(['tried']));
  inspections().tryImage(tried);
  await expect.element(status).toHaveTextContent('file 1');
  inspections().giveBackImage(tried);
  await expect.element(status).toHaveTextContent('file 1');
  inspections().setImage(null);
  await expect.element(status).toHaveTextContent('none');
});

function Shown() {
  const [taken, onTaken] = useTakenImage();
  const use = (entry: number) => {
    const image = source(new Blob([String(entry)]));
    inspections().setImage(image);
    onTaken({ ...TAKEN, entry, file: image.file });
  };
  return (
    <>
      <output>{taken ? `file ${taken.entry}` : 'none'}</output>
      <button onClick={() => use(1)}>Use 1</button>
      <button onClick={() => use(2)}>Use 2</button>
    </>
  );
}

const none = () => expect.fail('nothing of the picture is read');

const TAKEN: TakenImage = {
  answer: {
    raw: new Uint8Array(),
    task: {
      id: null,
      status: 'Completed',
      statusWord: 'Completed',
      code: null,
      results: [],
      messages: [],
      warnings: [],
      problems: [],
    },
    receivedAt: 0,
  },
  entry: 0,
  page: null,
  file: new Blob(),
  before: null,
};

function source(file: Blob): ImageSource {
  return {
    name: 'a.png',
    file,
    type: 'png',
    stored: { width: 1, height: 1 },
    orientation: 1,
    lossless: true,
    notes: [],
    sha256: none,
    picture: none,
    onChange: none,
    whole: none,
    read: none,
    colourChunks: new Uint8Array(),
    dispose: () => undefined,
  };
}
