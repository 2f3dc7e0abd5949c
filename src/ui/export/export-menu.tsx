import { ChevronDown, Crop, FileDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Menu, type MenuEntry } from '../kit/menu.tsx';
import type { CropExport } from './crop-options.ts';
import { ExportCropsDialog } from './export-crops-dialog.tsx';

/** One format, as a row of the exporters' table. */
export type ExportEntry = Pick<MenuEntry, 'id' | 'label' | 'description' | 'disabled' | 'run'>;

export interface ExportMenuProps {
  readonly entries: readonly ExportEntry[];
  /** null: there is nothing to cut (no image, or no region with area). */
  readonly crops: CropExport | null;
  /** Given together with `onOpenChange`, the owner holds the state (the `E` key opens the menu). */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** Button **Export** with its menu, and the dialog behind **Crops...**. */
export function ExportMenu({ entries, crops, ...state }: ExportMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState(false);
  const cropsEntry: MenuEntry = {
    id: 'crops',
    label: 'Crops...',
    description: crops ? 'Every region as a picture of its own, in a ZIP' : 'Needs the image and a region with area',
    icon: <Crop />,
    disabled: crops === null,
    movesFocus: true,
    run: () => setChoosing(true),
  };
  const others = entries.map((entry, at): MenuEntry => ({ ...entry, icon: <FileDown />, startsGroup: at === 0 }));
  return (
    <>
      <Menu
        {...state}
        align="end"
        entries={[cropsEntry, ...others]}
        trigger={
          <Button ref={button} icon={<FileDown />}>
            Export
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      {crops && (
        <ExportCropsDialog open={choosing} crops={crops} returnFocus={button} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
