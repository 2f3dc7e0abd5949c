import { useView } from '../state/view-store.ts';
import styles from './region-canvas.module.css';

/** Says how the regions are moved, where one moves them; with a way out for those who have no keys. */
export function MovingHint() {
  const moving = useView((state) => state.moving);
  const setMoving = useView((state) => state.setMoving);
  return (
    <div className={moving ? styles.moving : undefined}>
      {/* There before it says something, or nobody would be told. */}
      <output>
        {moving && (
          <>
            Drag or press arrows to move<Aside>Shift: 10 px</Aside>. Corners scale<Aside>Shift: freely</Aside>, the knob
            turns. Enter keeps it, Escape puts all back.
          </>
        )}
      </output>
      {moving && (
        <button type="button" onClick={() => setMoving(false)}>
          Done
        </button>
      )}
    </div>
  );
}

/** Left out where there is little room. */
function Aside({ children }: { readonly children: string }) {
  return <span className={styles.aside}> ({children})</span>;
}
