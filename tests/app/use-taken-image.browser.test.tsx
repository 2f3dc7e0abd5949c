import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TakenImage } from '../../src/app/result-files.ts';
import { useTakenImage } from '../../src/app/use-taken-image.ts';
import { useInspections } from '../../src/state/inspections.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';
import { EMPTY_ANSWER, unreadSource } from './an-answer.ts';
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
  const tried = unreadSource(new Blob(['tried']), 'a.png');
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
    const image = unreadSource(new Blob([String(entry)]), 'a.png');
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

const TAKEN: TakenImage = {
  answer: EMPTY_ANSWER,
  entry: 0,
  page: null,
  file: new Blob(),
  before: null,
};
