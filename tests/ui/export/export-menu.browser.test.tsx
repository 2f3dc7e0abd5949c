import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import type { CropExport, CropOptions, CropRun, CropScope } from '../../../src/ui/export/crop-options.ts';
import { useView } from '../../../src/state/view-store.ts';
import { useSlantedCrops } from '../../../src/state/slanted-crops.ts';
import { ExportMenu } from '../../../src/ui/export/export-menu.tsx';
import { csvFile } from './csv-file.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';

const exportButton = page.getByRole('button', { name: 'Export', exact: true });
const dialog = page.getByRole('dialog', { name: 'Export crops' });
const download = dialog.getByRole('button', { name: 'Download' });

const NO_IMAGE = { id: 'annotated', label: 'Annotated PNG', missing: 'Needs the image and regions' };

describe('the menu', () => {
  it('has an item for each format, and crops', async () => {
    await shownStrictly(<ExportMenu crops={crops()} files={[csvFile(), csvFile(NO_IMAGE)]} />);
    await userEvent.click(exportButton);
    await expect.element(page.getByRole('menuitem', { name: 'Crops...', exact: true })).toBeVisible();
    await expect
      .element(page.getByRole('menuitem', { name: 'CSV', exact: true }))
      .toHaveAccessibleDescription('For sheets');
    const drawn = page.getByRole('menuitem', { name: 'Annotated PNG', exact: true });
    await expect.element(drawn).toHaveAttribute('aria-disabled', 'true');
    await expect.element(drawn).toHaveAccessibleDescription('Needs the image and regions');
    await userEvent.click(page.getByRole('menuitem', { name: 'CSV' }));
    await expect.element(page.getByRole('dialog', { name: 'Export: CSV' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(exportButton).toHaveFocus();
  });

  it('says what crops need while there is nothing to cut', async () => {
    await shownStrictly(<ExportMenu crops={null} files={[]} />);
    await userEvent.click(exportButton);
    const item = page.getByRole('menuitem', { name: 'Crops...' });
    await expect.element(item).toHaveAttribute('aria-disabled', 'true');
    await expect.element(item).toHaveAccessibleDescription(/image/);
  });
});

describe('the dialog', () => {
  it('starts with all regions as PNG without padding, named by number', async () => {
    await opened(crops());
    await expect.element(dialog.getByRole('radiogroup', { name: 'Which regions' })).toBeVisible();
    await expect.element(dialog.getByRole('radio', { name: 'All', exact: true })).toBeChecked();
    await expect.element(dialog.getByRole('combobox', { name: 'Format' })).toHaveDisplayValue('PNG');
    await expect.element(dialog.getByRole('spinbutton', { name: 'Padding' })).toHaveValue(0);
    await expect.element(dialog.getByRole('textbox', { name: 'File names' })).toHaveValue('{index}');
    await expect.element(dialog).toHaveTextContent('35 crops, 2 without a crop are listed in the manifest only.');
    await expect.element(dialog.getByRole('radio', { name: 'All', exact: true })).toHaveFocus();
  });

  it('explains what cannot be chosen', async () => {
    await opened(crops({ counts: { all: 37, selected: 0, matching: 37 }, searching: false }));
    const selected = dialog.getByRole('radio', { name: 'Selected' });
    await expect.element(selected).toBeDisabled();
    await expect.element(selected).toHaveAccessibleDescription('nothing is selected');
    await expect
      .element(dialog.getByRole('radio', { name: 'Matching the search' }))
      .toHaveAccessibleDescription('nothing is searched for');
  });

  it('says that findings narrow the list, which the name of the choice does not say', async () => {
    const matching = dialog.getByRole('radio', { name: 'Matching the search', exact: true });
    useView.getState().setFilter(['sliver']);
    await opened(crops({ counts: { all: 37, selected: 0, matching: 7 }, searching: true }));
    await expect.element(matching).toHaveAccessibleDescription('7 (shown in the list, by the findings chosen)');
    useView.getState().setSearch('whale');
    await expect.element(matching).toHaveAccessibleDescription('7 (and the findings chosen)');
    useView.getState().showAll();
  });

  it('hands over what was asked for, and says when it is downloaded', async () => {
    const onExport = vi.fn<CropExport['onExport']>(() => Promise.resolve());
    await opened(crops({ onExport }));
    await userEvent.click(dialog.getByRole('radio', { name: 'Matching the search' }));
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Format' }), 'WebP');
    await userEvent.fill(dialog.getByRole('spinbutton', { name: 'Padding' }), '4');
    await userEvent.fill(dialog.getByRole('textbox', { name: 'File names' }), '{text}');
    await expect.element(dialog).toHaveTextContent('The first one: crops/{text}.webp');
    await userEvent.keyboard('{Enter}');
    const asked: CropOptions = {
      which: 'matching',
      format: 'webp',
      padding: 4,
      fileNames: '{text}',
      slanted: 'bounding box',
    };
    expect(onExport.mock.calls[0]?.[0]).toEqual(asked);
    await expect.element(dialog.getByRole('status')).toHaveTextContent('Downloaded as page-crops.zip.');
  });

  it('says how the regions are shown, and asks about slanted ones only where there are some', async () => {
    const choice = dialog.getByRole('radiogroup', { name: 'Slanted regions' });
    await opened(crops({ shown: 'scaled by 0.5' }));
    await expect
      .element(dialog)
      .toHaveTextContent('The regions are shown scaled by 0.5: crops are cut where they are shown.');
    await expect.element(choice).not.toBeInTheDocument();
  });

  it('keeps how slanted regions are cut for the next time, and for single crops', async () => {
    const onExport = vi.fn<CropExport['onExport']>(() => Promise.resolve());
    await opened(crops({ slanted: true, onExport }));
    const straightened = dialog.getByRole('radio', { name: 'Straightened' });
    await expect.element(dialog.getByRole('radio', { name: 'Bounding box' })).toBeChecked();
    await userEvent.click(straightened);
    await expect.element(straightened).toHaveAccessibleDescription(/computed anew/);
    await userEvent.click(download);
    expect(onExport.mock.calls[0]?.[0].slanted).toBe('straightened');
    expect(useSlantedCrops.getState().slanted).toBe('straightened');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(exportButton);
    await userEvent.click(page.getByRole('menuitem', { name: 'Crops...' }));
    await expect.element(straightened).toBeChecked();
    useSlantedCrops.getState().choose('bounding box');
  });

  it('refuses a padding that is no number of pixels, beside the field', async () => {
    await opened(crops());
    const padding = dialog.getByRole('spinbutton', { name: 'Padding' });
    await userEvent.fill(padding, '1.5');
    await expect.element(padding).toHaveAccessibleDescription(/whole number from 0/);
    await expect.element(download).toBeDisabled();
  });

  it('refuses a pattern that the exporter does not know', async () => {
    await opened(crops({ outlook: () => ({ ...OUTLOOK, problem: '{nummer} is not known.' }) }));
    await expect
      .element(dialog.getByRole('textbox', { name: 'File names' }))
      .toHaveAccessibleDescription(/\{nummer\} is not known/);
    await expect.element(download).toBeDisabled();
  });
});

it('a dialog of more crops than a ZIP holds says so, and downloads nothing', async () => {
  await opened(crops({ outlook: () => ({ ...OUTLOOK, crops: 1_000_000, tooMany: 'These are too many.' }) }));
  await expect.element(dialog.getByRole('status')).toHaveTextContent('These are too many.');
  await expect.element(download).toBeDisabled();
});

describe('the dialog opened by its owner', () => {
  it('starts with the scope that is asked for, and gives the focus back to where it was asked', async () => {
    await shownStrictly(<Owner crops={crops()} />);
    await userEvent.click(page.getByRole('button', { name: 'These' }));
    await expect.element(dialog.getByRole('radio', { name: 'Selected' })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'These' })).toHaveFocus();
  });

  it('starts with all from the menu, and with all when nothing is selected', async () => {
    await shownStrictly(<Owner crops={crops({ counts: { all: 37, selected: 0, matching: 5 } })} />);
    await userEvent.click(page.getByRole('button', { name: 'These' }));
    await expect.element(dialog.getByRole('radio', { name: 'All', exact: true })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(exportButton);
    await userEvent.click(page.getByRole('menuitem', { name: 'Crops...' }));
    await expect.element(dialog.getByRole('radio', { name: 'All', exact: true })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await expect.element(exportButton).toHaveFocus();
  });
});

describe('a long export', () => {
  it('shows how far it is, and is stopped by Cancel', async () => {
    const { onExport, running } = heldExport();
    await opened(crops({ onExport }));
    await userEvent.click(download);
    running().onProgress(12, 35);
    await expect.element(dialog).toHaveTextContent('12 of 35 crops');
    await expect.element(dialog.getByRole('progressbar')).toHaveAttribute('value', '12');
    await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(running().signal.aborted).toBe(true);
    await expect.element(dialog.getByRole('status')).toHaveTextContent('Cancelled. Nothing was downloaded.');
    await expect.element(download).toBeEnabled();
  });

  it('is stopped by Escape first, which leaves the dialog open; the next one closes it', async () => {
    const { onExport, running } = heldExport();
    await opened(crops({ onExport }));
    await userEvent.click(download);
    await userEvent.keyboard('{Escape}');
    expect(running().signal.aborted).toBe(true);
    await expect.element(dialog.getByRole('status')).toHaveTextContent('Cancelled');
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('that fails says why and can be tried again', async () => {
    const onExport = vi.fn<CropExport['onExport']>().mockRejectedValueOnce(new Error('The picture is gone.'));
    await opened(crops({ onExport }));
    await userEvent.click(download);
    await expect.element(dialog.getByRole('status')).toHaveTextContent('The picture is gone.');
    await expect.element(download).toHaveFocus();
  });
});

describe('leaving the dialog', () => {
  it('by Escape gives the focus back to the button that led there', async () => {
    await opened(crops());
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(exportButton).toHaveFocus();
  });

  it('works by the close button and by a press beside it', async () => {
    await opened(crops());
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await expect.element(exportButton).toHaveFocus();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(dialog).toBeVisible();
    const box = dialog.element().getBoundingClientRect();
    await userEvent.click(dialog, { position: { x: -5, y: box.height / 2 }, force: true });
    await expect.element(dialog).not.toBeInTheDocument();
  });
});

const OUTLOOK = { crops: 35, withoutFile: 2, firstName: 'crops/001.png' };

function crops(change: Partial<CropExport> = {}): CropExport {
  return {
    counts: { all: 37, selected: 2, matching: 5 },
    searching: true,
    shown: null,
    slanted: false,
    archive: 'page-crops.zip',
    placeholders: [{ name: '{index}', means: 'its number' }],
    outlook: ({ fileNames, format }) => ({ ...OUTLOOK, firstName: `crops/${fileNames}.${format}` }),
    onExport: () => Promise.resolve(),
    ...change,
  };
}

/** An export that goes on until it is told otherwise. */
function heldExport() {
  const onExport = vi.fn<CropExport['onExport']>(
    (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
      }),
  );
  const running = (): CropRun => {
    const run = onExport.mock.calls[0]?.[1];
    if (!run) throw new Error('The export was not started.');
    return run;
  };
  return { onExport, running };
}

function Owner({ crops: what }: { readonly crops: CropExport }) {
  const [scope, setScope] = useState<CropScope | null>(null);
  return (
    <>
      <ExportMenu crops={what} files={[]} dialog={scope} onDialogChange={setScope} />
      <button type="button" onClick={() => setScope('selected')}>
        These
      </button>
    </>
  );
}

async function opened(what: CropExport) {
  await shownStrictly(<ExportMenu crops={what} files={[]} />);
  await userEvent.click(exportButton);
  await userEvent.click(page.getByRole('menuitem', { name: 'Crops...' }));
  await expect.element(dialog).toBeVisible();
}
