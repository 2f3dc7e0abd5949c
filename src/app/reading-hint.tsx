import { useNotices } from '../state/notices.ts';
import { Button } from '../ui/kit/button.tsx';
import css from './picture.module.css';
import { stopReading } from './reading.ts';

/** A large paste takes its time: said where one looks, with a way out. */
export function ReadingHint() {
  const reading = useNotices((state) => state.reading);
  if (!reading) return null;
  return (
    <div className={css.reading}>
      <p>Reading what was pasted…</p>
      <Button size="small" onClick={stopReading}>
        Stop reading
      </Button>
    </div>
  );
}
