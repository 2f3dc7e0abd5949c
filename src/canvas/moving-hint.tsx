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
        {moving &&
          'Drag moves the regions, a corner scales them (with Shift: freely), the knob turns them. Arrow keys: 1 px, with Shift 10. Enter ends, Escape takes back.'}
      </output>
      {moving && (
        <button type="button" onClick={() => setMoving(false)}>
          Done
        </button>
      )}
    </div>
  );
}
