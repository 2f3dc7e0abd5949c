import { ChevronDown, Crop, FileDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Menu, type MenuEntry } from '../kit/menu.tsx';
import { usePart } from '../kit/part.ts';
import type { CropExport, CropScope } from './crop-options.ts';
import { cropsDialog, fileDialog } from './export-parts.ts';
import type { FileExport } from './export-options.ts';

export interface ExportMenuProps {
  /** One item for each row of the exporters' table. */
  readonly files: readonly FileExport[];
  /** null: there is nothing to cut (no image, or no region with area). */
  readonly crops: CropExport | null;
  /** Given together with `onOpenChange`, the owner holds the state (the `E` key opens the menu). */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Given together with `onDialogChange`, the owner opens the dialog, with this scope chosen at first; null: closed. */
  readonly dialog?: CropScope | null;
  readonly onDialogChange?: (dialog: CropScope | null) => void;
}

/** Button **Export** with its menu, and the dialogs behind its items. */
export function ExportMenu({ files, crops, dialog, onDialogChange, ...state }: ExportMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState<CropScope | null>(null);
  const [fromMenu, setFromMenu] = useState(false);
  const [fileId, setFileId] = useState<string | null>(null);
  const change = (next: CropScope | null, byMenu: boolean) => {
    setOwn(next);
    setFromMenu(byMenu);
    onDialogChange?.(next);
  };
  const cropsEntry: MenuEntry = {
    id: 'crops',
    label: 'Crops...',
    description: crops ? 'Every region as a picture of its own, in a ZIP' : 'Needs the image and a region with area',
    icon: <Crop />,
    disabled: crops === null,
    run: () => change('all', true),
  };
  const scope = dialog === undefined ? own : dialog;
  const loaded = usePart(cropsDialog, scope !== null);
  const file = files.find(({ id }) => id === fileId) ?? null;
  const loadedFile = usePart(fileDialog, file !== null);
  const filesEntries = files.map(({ id, label, description, missing }, at): MenuEntry => ({
    id,
    label,
    description: missing ?? description,
    disabled: missing !== null,
    icon: <FileDown />,
    startsGroup: at === 0,
    run: () => setFileId(id),
  }));
  return (
    <>
      <Menu
        {...state}
        align="end"
        entries={[cropsEntry, ...filesEntries]}
        trigger={
          <Button ref={button} icon={<FileDown />}>
            Export
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      {crops && loaded && (
        <loaded.ExportCropsDialog
          scope={scope}
          crops={crops}
          // The menu's item is gone by then; opened from elsewhere, the focus goes back to there.
          returnFocus={fromMenu ? button : undefined}
          onClose={() => change(null, false)}
        />
      )}
      {file && loadedFile && (
        <loadedFile.ExportDialog key={file.id} file={file} returnFocus={button} onClose={() => setFileId(null)} />
      )}
    </>
  );
}
