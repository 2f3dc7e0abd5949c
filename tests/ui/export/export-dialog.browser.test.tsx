import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { ExportMenu } from '../../../src/ui/export/export-menu.tsx';
import type { FileExport } from '../../../src/ui/export/export-options.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';
import { csvFile } from './csv-file.ts';

const dialog = page.getByRole('dialog', { name: 'Export: CSV' });
const download = dialog.getByRole('button', { name: 'Download' });
const status = dialog.getByRole('status');
const losses = dialog.getByRole('list', { name: 'Not carried over' });

async function opened(change: Partial<FileExport> = {}): Promise<void> {
  await shownStrictly(<ExportMenu crops={null} files={[csvFile(change)]} />);
  await userEvent.click(page.getByRole('button', { name: 'Export', exact: true }));
  await userEvent.click(page.getByRole('menuitem', { name: 'CSV' }));
  await expect.element(dialog).toBeVisible();
}

it('says what the file will hold and lose before anything is downloaded', async () => {
  await opened();
  await expect.element(status).toHaveTextContent('3 rows under a header. Saved as page-regions.csv.');
  await expect.element(losses.getByRole('listitem')).toHaveTextContent('1 cell begins as a formula does.');
  await userEvent.click(dialog.getByRole('radio', { name: 'Selected' }));
  await expect.element(status).toHaveTextContent('2 rows under a header.');
  await expect.element(losses).not.toBeInTheDocument();
  await expect.element(dialog.getByRole('radio', { name: 'Matching the search' })).toBeDisabled();
});

it('says what All and Matching mean where some levels are not shown', async () => {
  await opened({ searching: true, levelsHidden: true, counts: { all: 16, selected: 0, matching: 3 } });
  const all = dialog.getByRole('radio', { name: 'All' });
  await expect.element(all).toHaveAccessibleDescription('16 (of every level)');
  const matching = dialog.getByRole('radio', { name: 'Matching the search' });
  await expect.element(matching).toHaveAccessibleDescription('3 (shown in the list, by the levels shown)');
});

it('downloads what was chosen, once, and says so', async () => {
  const onExport = vi.fn<FileExport['onExport']>(() => Promise.resolve());
  await opened({ onExport });
  await userEvent.click(dialog.getByRole('radio', { name: 'Selected' }));
  await expect.element(download).toBeEnabled();
  await userEvent.click(download);
  await expect.element(status).toHaveTextContent('Downloaded as page-regions.csv.');
  expect(onExport.mock.calls.map(([scope]) => scope)).toEqual(['selected']);
});

it('waits while it counts, and downloads nothing where there is nothing', async () => {
  await opened({ outlook: () => new Promise(() => undefined) });
  await expect.element(status).toHaveTextContent('Counting…');
  await expect.element(download).toBeDisabled();
});

it('offers no empty file', async () => {
  await opened({ outlook: () => Promise.resolve({ count: 0, holds: '0 texts.', losses: [] }) });
  await expect.element(status).toHaveTextContent('there is nothing to download');
  await expect.element(download).toBeDisabled();
});

it('says why it cannot count', async () => {
  await opened({ outlook: () => Promise.reject(new Error('The export CSV could not be loaded.')) });
  await expect.element(status).toHaveTextContent('The export CSV could not be loaded.');
  await expect.element(download).toBeDisabled();
});

it('can be cancelled, by Escape too, and a failure is told', async () => {
  const signals: AbortSignal[] = [];
  const never: FileExport['onExport'] = (_, { signal, onProgress }) => {
    signals.push(signal);
    onProgress(1, 3);
    return new Promise(() => undefined);
  };
  const onExport = vi.fn<FileExport['onExport']>(never).mockRejectedValueOnce(new Error('The browser had no room.'));
  await opened({ onExport });
  await expect.element(download).toBeEnabled();
  await userEvent.click(download);
  await expect.element(status).toHaveTextContent('The browser had no room.');
  await userEvent.click(download);
  await expect.element(dialog.getByRole('progressbar', { name: 'Written' })).toHaveAttribute('max', '3');
  await userEvent.keyboard('{Escape}');
  await expect.element(status).toHaveTextContent('Cancelled. Nothing was downloaded.');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
});
