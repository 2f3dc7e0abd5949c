import { create } from 'zustand';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/theme.css';
import { backOut } from '../../src/app/page-words.ts';
import { PARTS } from '../../src/app/parts.ts';
import type { Evidence } from '../../src/app/use-evidence.ts';
import type { PageData } from '../../src/app/use-inspection.ts';
import { useLint } from '../../src/app/use-lint.ts';
import { useMatches } from '../../src/app/use-matches.ts';
import { UNASKED } from '../../src/queries/task-view.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { useView } from '../../src/state/view-store.ts';
import { RegionPanel } from '../../src/ui/regions/region-panel.tsx';
import { aGrid, anInspection, type Box } from '../core/geometry/an-inspection.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';
import { freshPage } from './page-state.ts';

const findings = page.getByRole('group', { name: 'Findings' });
const chip = (name: string) => findings.getByRole('button', { name, exact: true });
const status = page.getByRole('status', { name: 'Matches' });

const NO_EVIDENCE: Evidence = {
  check: null,
  ink: null,
  lastInk: null,
  inkFailed: false,
  status: 'nothing to check',
  checkAgain: () => undefined,
};
/** Rows 3 and 4 are nearly equal, 4 and 5 too thin, 6 came with swapped corners. */
const ODD: readonly Box[] = [
  [0, 0, 90, 20],
  [0, 30, 90, 50],
  [0, 60, 90, 80],
  [0, 100, 90, 102],
  [0, 100, 91, 102],
  [90, 150, 0, 130],
];

beforeEach(async () => {
  freshPage();
  await PARTS.fullView.load();
});

it('a chip narrows the list and what the canvas shows; several show what any of them found', async () => {
  const seen = await shown(ODD);
  await userEvent.click(chip('Inverted, 1'));
  await expect.element(status).toHaveTextContent('1 of 6 regions');
  await expect.element(chip('Inverted, 1')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(chip('Slivers, 2'));
  await expect.element(status).toHaveTextContent('3 of 6 regions');
  // The canvas dims what is not among these, as it does in a search.
  expect([...(seen.at(-1)?.matches ?? [])]).toEqual([3, 4, 5]);
  expect(seen.at(-1)?.searching).toBe(true);
  await userEvent.click(findings.getByRole('button', { name: 'Clear filter' }));
  await expect.element(status).toHaveTextContent('6 of 6 regions');
  expect(seen.at(-1)?.searching).toBe(false);
  await expect.element(chip('Inverted, 1')).toHaveFocus();
});

it('a search goes on within the filter, and Esc takes one away after the other', async () => {
  await shown(ODD, ['one', 'two', 'one', 'two', 'one', 'two']);
  await userEvent.click(chip('Slivers, 2'));
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search text' }), 'one');
  await expect.element(status).toHaveTextContent('1 of 6 regions');
  expect(backOut()).toBe(true);
  await expect.element(status).toHaveTextContent('2 of 6 regions');
  expect(backOut()).toBe(true);
  await expect.element(status).toHaveTextContent('6 of 6 regions');
  expect(backOut()).toBe(false);
});

it('what filter and search leave no one of is said, with a way back', async () => {
  await shown(ODD, ['one', 'two', 'one', 'two', 'one', 'two']);
  await userEvent.click(chip('Inverted, 1'));
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search text' }), 'one');
  await expect.element(page.getByText('No match for “one” within the filter')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show all' }));
  await expect.element(status).toHaveTextContent('6 of 6 regions');
});

it('chips are reached and pressed by keyboard, and say what they mean', async () => {
  await shown(ODD);
  await userEvent.click(page.getByRole('searchbox', { name: 'Search text' }));
  await userEvent.tab();
  await expect.element(chip('Inverted, 1')).toHaveFocus();
  await expect.element(chip('Inverted, 1')).toHaveAccessibleDescription(/corners came swapped/);
  await userEvent.keyboard(' ');
  await expect.element(status).toHaveTextContent('1 of 6 regions');
  await userEvent.keyboard('{Enter}');
  await expect.element(status).toHaveTextContent('6 of 6 regions');
});

it('says that nothing was found, and of how many checks', async () => {
  await shown(aGrid(4, 4));
  await expect.element(findings).toHaveTextContent('8 checks: nothing found.');
  await expect.element(findings.getByRole('button')).not.toBeInTheDocument();
});

it('compares many boxes in a worker, and says so meanwhile', async () => {
  await shown([...aGrid(60, 60), [0, 0, 20, 9.5]]);
  await expect.element(findings).toHaveTextContent('Comparing boxes…');
  await expect.element(chip('Nearly equal, 2')).toBeVisible();
  await expect.element(findings).not.toHaveTextContent('Comparing');
});

it('ink with no box is counted, and its chip marks it on the image instead of narrowing the list', async () => {
  await shown(ODD, undefined, ofInk([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 2));
  await userEvent.click(chip('Missed ink, 2'));
  expect(useView.getState().missedInk).toBe(true);
  await expect.element(chip('Missed ink, 2')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(status).toHaveTextContent('6 of 6 regions');
});

it('while the frame changes, chips and rows stay as they were, and no one says that nothing was found', async () => {
  await shown(aGrid(1, 6), ['one', 'two', 'one', 'two', 'one', 'two'], ofInk([0, 0.1, 0, 0.1, 0, 0.1], 23));
  await userEvent.click(chip('Text without ink, 3'));
  await expect.element(status).toHaveTextContent('3 of 6 regions');
  const counts = countsShown();
  useEvidenceShown.setState(({ ink: lastInk }) => ({ ink: null, lastInk, status: 'checking' }));
  await expect.element(findings).toHaveTextContent('Looking for ink…');
  await expect.element(findings).not.toHaveTextContent('nothing found');
  await expect.element(chip('Missed ink, 23')).toHaveAttribute('aria-busy', 'true');
  await expect.element(chip('Text without ink, 3')).toHaveFocus();
  useEvidenceShown.setState(ofInk([0, 0.1, 0.1, 0.1, 0.1, 0.1], 1));
  await expect.element(chip('Text without ink, 1')).toHaveAttribute('aria-busy', 'false');
  await expect.element(status).toHaveTextContent('1 of 6 regions');
  expect(counts()).toEqual(['3 of 6 regions', '1 of 6 regions']);
  await expect.element(findings).not.toHaveTextContent('Looking');
});

it('what could not be looked for is said, and the list shows all again', async () => {
  await shown(aGrid(1, 6), ['one', 'two', 'one', 'two', 'one', 'two'], ofInk([0, 0.1, 0, 0.1, 0, 0.1], 2_000));
  await userEvent.click(chip('Text without ink, 3'));
  await expect.element(chip('Missed ink, 2,000 or more')).toBeVisible();
  useEvidenceShown.setState({ ink: null, lastInk: null, inkFailed: true, status: 'failed' });
  await expect.element(findings).toHaveTextContent('Could not be checked: Text without ink');
  await expect.element(status).toHaveTextContent('6 of 6 regions');
});

const useEvidenceShown = create<Evidence>(() => NO_EVIDENCE);

function ofInk(density: readonly number[], missed: number): Evidence {
  const ink = { density: Float32Array.from(density), missed: new Float64Array(missed * 4) };
  return { ...NO_EVIDENCE, ink, lastInk: ink, status: 'checked' };
}

/** How many regions the list says it shows, each time that changes. */
function countsShown(): () => readonly string[] {
  const told = status.element();
  const counts = [told.textContent];
  const watch = new MutationObserver(() => {
    if (counts.at(-1) !== told.textContent) counts.push(told.textContent);
  });
  watch.observe(told, { childList: true, characterData: true, subtree: true });
  onTestFinished(() => watch.disconnect());
  return () => counts;
}

async function shown(boxes: readonly Box[], texts?: readonly string[], evidence = NO_EVIDENCE) {
  useEvidenceShown.setState(evidence);
  const inspection = anInspection(boxes, { texts: texts ?? [], imageSize: { width: 2_000, height: 2_000 } });
  const handle = { view: UNASKED, checkNow: () => undefined, stop: () => undefined, keepWaiting: () => undefined };
  const open = currentInspection(useInspections.getState());
  const tasks = { detection: handle, recognition: handle };
  const seen: PageData[] = [];
  function Page() {
    const matches = useMatches(
      inspection,
      useView((view) => view.search),
    );
    const { lint, page: narrowed } = useLint(
      { open, tasks, decoding: false, image: null, inspection, ...matches },
      useEvidenceShown(),
    );
    seen.push(narrowed);
    return (
      <div style={{ width: 320, height: 500, display: 'grid' }}>
        <RegionPanel
          {...narrowed}
          lint={lint}
          onShow={() => undefined}
          onZoom={() => undefined}
          actions={{ onCopyAllTexts: () => undefined, onCopyAllRectangles: () => undefined }}
        />
      </div>
    );
  }
  await shownStrictly(<Page />);
  return seen;
}
