import { Dialog } from '../kit/dialog.tsx';
import { cx } from '../kit/cx.ts';
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
    <Dialog open onClose={onClose} title="Keyboard shortcuts" width="wide" startAt="close">
      <div className={css.places}>
        {places.map((place) => (
          <section key={place} className={cx(css.place, hasChords(shortcuts, place) && css.chords)}>
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

/** More than one key stands in a row there, so the column of keys is wider. */
function hasChords(shortcuts: readonly ListedShortcut[], place: string): boolean {
  return shortcuts.some(({ where, keys }) => where === place && keys.length > 1);
}
