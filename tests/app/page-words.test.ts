import { beforeEach, expect, test } from 'vitest';
import { backOut } from '../../src/app/page-words.ts';
import { selectOnly } from '../../src/core/inspection/selection.ts';
import { useView } from '../../src/state/view-store.ts';
import { freshPage } from './page-state.ts';

beforeEach(freshPage);

test('Esc takes the search away first, then the selection, and then does nothing', () => {
  useView.getState().setSearch('whale');
  useView.getState().select(selectOnly(1));
  const steps = [1, 2, 3].map(() => [backOut(), useView.getState().search, useView.getState().selection.count]);
  expect(steps).toEqual([
    [true, '', 1],
    [true, '', 0],
    [false, '', 0],
  ]);
});
