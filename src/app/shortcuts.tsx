import { useSettings } from '../state/settings.ts';
import { ShortcutsDialog } from '../ui/help/shortcuts-dialog.tsx';
import { SHORTCUTS } from './shortcut-sheet.ts';

/** The sheet of shortcuts, with the switch for single keys. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const singleKeys = useSettings((settings) => settings.singleKeys);
  const setSingleKeys = useSettings((settings) => settings.setSingleKeys);
  return (
    <ShortcutsDialog shortcuts={SHORTCUTS} singleKeys={singleKeys} onSingleKeys={setSingleKeys} onClose={onClose} />
  );
}
