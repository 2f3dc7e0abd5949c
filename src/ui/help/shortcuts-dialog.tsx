import { Dialog } from '../kit/dialog.tsx';
import { Kbd } from '../kit/kbd.tsx';
import css from './shortcuts-dialog.module.css';

export interface ListedShortcut {
  readonly keys: readonly string[];
  readonly does: string;
  readonly where: string;
}

export interface ShortcutsDialogProps {
  readonly shortcuts: readonly ListedShortcut[];
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

export function ShortcutsDialog({ shortcuts, singleKeys, onSingleKeys, onClose }: ShortcutsDialogProps) {
  const places = [...new Set(shortcuts.map(({ where }) => where))];
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts" width="wide">
      <div className={css.places}>
        {places.map((place) => (
          <section key={place} className={css.place}>
            <h3 className={css.name}>{place}</h3>
            <dl className={css.list}>
              {shortcuts
                .filter(({ where }) => where === place)
                .map(({ keys, does }) => (
                  <div key={does} className={css.row}>
                    <dt className={css.keys}>
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={css.switch}>
        <input
          type="checkbox"
          role="switch"
          checked={singleKeys}
          aria-checked={singleKeys}
          onChange={(event) => onSingleKeys(event.target.checked)}
        />
        Single-key shortcuts
      </label>
      <p className={css.note}>No key acts while you type in a field. Switch single keys off if you use speech input.</p>
    </Dialog>
  );
}
