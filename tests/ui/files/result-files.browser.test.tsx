import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { readCsv } from '../../../src/core/decode/csv-table.ts';
import type { ResultFile } from '../../../src/core/decode/decoded.ts';
import { type FilesOfAnswer, ResultFiles } from '../../../src/ui/files/result-files.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

const csv: ResultFile = { entry: 0, noun: 'a CSV table', extension: 'csv', mime: 'text/csv', size: 412 };
const png: ResultFile = { entry: 1, noun: 'a PNG image', extension: 'png', mime: 'image/png', size: 1_234_567 };
const section = page.getByRole('region', { name: 'Files in this answer' });
const rows = section.getByRole('listitem');
const dialog = page.getByRole('dialog', { name: 'page-1.csv' });

function answer(change: Partial<FilesOfAnswer> = {}): FilesOfAnswer {
  return {
    key: 'recognition',
    task: null,
    files: [csv, png],
    nameOf: ({ entry, extension }) => `page-${entry + 1}.${extension}`,
    isImage: (file) => file === png,
    isShown: () => false,
    onSave: () => Promise.resolve(),
    onUse: () => Promise.resolve(),
    hasPages: () => false,
    shownPage: () => null,
    onPages: () => Promise.resolve(),
    readTable: () => Promise.resolve(readCsv('a,b\n=1+1,<b>x</b>\n')),
    ...change,
  };
}

const shown = (change: Partial<FilesOfAnswer> = {}) =>
  shownStrictly(<ResultFiles answers={[answer(change)]} before={null} />);

describe('the section Files in this answer', () => {
  it('lists each file with its size, and what can be done with it', async () => {
    await shown();
    await expect.element(rows.nth(0)).toHaveTextContent('A CSV table, 412 bytes');
    await expect.element(rows.nth(1)).toHaveTextContent('A PNG image, 1.2 MB');
    await expect.element(rows.nth(0).getByRole('button', { name: 'Show table' })).toBeVisible();
    await expect.element(rows.nth(0).getByRole('button', { name: 'Use as the image' })).not.toBeInTheDocument();
    await expect.element(rows.nth(1).getByRole('button', { name: 'Use as the image' })).toBeVisible();
    await expect
      .element(rows.nth(1).getByRole('button', { name: 'Save' }))
      .toHaveAccessibleDescription('A PNG image, 1.2 MB');
  });

  it('saves one, and says under which name, or why not', async () => {
    const onSave = vi.fn<FilesOfAnswer['onSave']>((file) =>
      file === csv ? Promise.resolve() : Promise.reject(new Error('Entry 2 could not be decoded again.')),
    );
    await shown({ onSave });
    await userEvent.click(rows.nth(0).getByRole('button', { name: 'Save' }));
    await expect.element(section.getByRole('status')).toHaveTextContent('Saved as page-1.csv.');
    await userEvent.click(rows.nth(1).getByRole('button', { name: 'Save' }));
    await expect.element(section.getByRole('status')).toHaveTextContent('Entry 2 could not be decoded again.');
  });

  it('says which one is the image, and brings back the one before', async () => {
    const onBringBack = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const answers = [answer({ isShown: (file) => file === png })];
    await shownStrictly(<ResultFiles answers={answers} before={{ name: 'page.jpg', onBringBack }} />);
    await expect.element(rows.nth(1)).toHaveTextContent('This is the image now');
    await expect.element(rows.nth(1).getByRole('button', { name: 'Use as the image' })).not.toBeInTheDocument();
    await expect.element(section).toHaveTextContent('Before it, the image was page.jpg');
    await userEvent.click(section.getByRole('button', { name: 'Bring it back' }));
    expect(onBringBack).toHaveBeenCalledOnce();
  });

  it('lists a thousand files fifty at a time', async () => {
    await shown({ files: Array.from({ length: 1_000 }, (_, entry) => ({ ...csv, entry })) });
    expect(rows.elements()).toHaveLength(50);
    await userEvent.click(section.getByRole('button', { name: 'Show 50 more of 950' }));
    expect(rows.elements()).toHaveLength(100);
  });
});

async function openTable(text: string): Promise<void> {
  await shown({ readTable: () => Promise.resolve(readCsv(text)) });
  await userEvent.click(rows.nth(0).getByRole('button', { name: 'Show table' }));
  await expect.element(dialog).toBeVisible();
}

describe('a table', () => {
  it('shows markup and formulas as the text they are', async () => {
    await openTable('a,b\n=1+1,<b>x</b>\nc\n');
    await expect.element(dialog.getByRole('cell', { name: '=1+1' })).toBeVisible();
    await expect.element(dialog.getByRole('cell', { name: '<b>x</b>' })).toBeVisible();
    await expect.element(dialog).toHaveTextContent('3 rows, 2 columns, with commas between.');
    await expect.element(dialog).toHaveTextContent('1 row has fewer cells than the longest.');
    await expect.element(dialog).toHaveTextContent('1 cell begins like a formula');
  });

  it('has the row that numbers the columns as its head', async () => {
    await openTable('0,1\n   BOOK SHOP,\n');
    await expect.element(dialog.getByRole('columnheader', { name: '1' })).toBeVisible();
    await expect.element(dialog).toHaveTextContent('1 row, 2 columns');
    await expect.element(dialog.getByRole('rowheader')).toHaveTextContent('1');
  });

  it('of 250,000 rows, more than a browser can draw, has those in sight in the page, and its last row can be reached', async () => {
    await openTable(Array.from({ length: 250_000 }, (_, row) => `row ${row + 1},x\n`).join(''));
    await expect.element(dialog.getByRole('table')).toHaveAttribute('aria-rowcount', '250001');
    expect(dialog.getByRole('row').elements().length).toBeLessThan(60);
    await userEvent.click(dialog.getByRole('rowgroup', { name: 'Rows' }));
    await userEvent.keyboard('{End}');
    await expect.element(dialog.getByRole('cell', { name: 'row 250000', exact: true })).toBeInViewport({ ratio: 0.9 });
  });

  it('says why it cannot be shown', async () => {
    await shown({ readTable: () => Promise.reject(new Error('Entry 1 could not be decoded again.')) });
    await userEvent.click(rows.nth(0).getByRole('button', { name: 'Show table' }));
    await expect.element(dialog.getByRole('alert')).toHaveTextContent('Entry 1 could not be decoded again.');
  });

  it('is not read on when it is closed', async () => {
    const signals: AbortSignal[] = [];
    const readTable: FilesOfAnswer['readTable'] = (_file, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    await shown({ readTable });
    await userEvent.click(rows.nth(0).getByRole('button', { name: 'Show table' }));
    await expect.element(dialog).toHaveTextContent('Reading the table…');
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(signals.map(({ aborted }) => aborted)).not.toContain(false);
    expect(signals.length).toBeGreaterThan(0);
  });
});
