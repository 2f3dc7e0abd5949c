import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/theme.css';
import { PARTS } from '../../src/app/parts.ts';
import { useExports } from '../../src/app/use-exports.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { allItems } from '../../src/core/inspection/listed.ts';
import { currentInspection, type OpenInspection, useInspections } from '../../src/state/inspections.ts';
import { ExportMenu } from '../../src/ui/export/export-menu.tsx';
import { usePart } from '../../src/ui/kit/part.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';
import { freshPage } from './page-state.ts';

beforeEach(async () => {
  freshPage();
  await PARTS.fullView.load();
});

it('what a dialog counted is not counted anew when a poll lands', async () => {
  const inspection = anInspection([[0, 0, 90, 20]]);
  const { rerender } = await shownStrictly(<Exports inspection={inspection} />);
  await userEvent.click(page.getByRole('button', { name: 'Export' }));
  await userEvent.click(page.getByRole('menuitem', { name: /^CSV/ }));
  const dialog = page.getByRole('dialog', { name: /^Export: CSV/ });
  const download = dialog.getByRole('button', { name: 'Download' });
  await expect.element(download).toBeEnabled();
  // While it counts there is nothing to download: it would be seen as disabled between the two.
  const seen: boolean[] = [];
  const button = download.element();
  const watch = new MutationObserver(() => seen.push(button.hasAttribute('disabled')));
  watch.observe(button, { attributes: true });
  const { change } = useInspections.getState();
  change({ connection: 'server' });
  await rerender(<Exports inspection={inspection} />);
  await expect.element(download).toBeEnabled();
  watch.disconnect();
  expect(seen).toEqual([]);
});

function Exports({ inspection }: { readonly inspection: Inspection }) {
  const open: OpenInspection = useInspections(currentInspection);
  const view = usePart(PARTS.fullView, true);
  const matches = MATCHES;
  const { files, crops } = useExports({ open, inspection, image: null, matches, searching: false }, view, LOOK);
  return <ExportMenu files={files} crops={crops} />;
}

const MATCHES = allItems(1);
const LOOK = { theme: 'light', missed: null, order: null, thresholds: null } as const;
