import { Check } from 'lucide-react';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import css from './start.module.css';

export interface StartProps {
  readonly token: boolean;
  readonly task: boolean;
  readonly image: boolean;
  /** null where the host offers no sample. */
  readonly onSample: (() => void) | null;
}

/** The page before anything is on it: what to bring, in any order, and what one gets. */
export function Start({ token, task, image, onSample }: StartProps) {
  return (
    <div className={css.start}>
      <h2 className={css.title}>See what the OCR saw</h2>
      <p className={css.lead}>
        Every region of your Aspose.OCR Cloud task, drawn on its image, with its recognised text. Nothing leaves this
        page but the questions to the service.
      </p>
      <ol className={css.steps}>
        <Step number={1} done={token} name="Paste a token" what="Kept in memory only, gone with the tab." />
        <Step
          number={2}
          done={task}
          name="Paste a task ID"
          what="Of a detection, a recognition, or both. A curl command will do."
        />
        <Step number={3} done={image} name="Drop the image" what="The one that you sent. Anywhere on this page." />
      </ol>
      {onSample && (
        <p className={css.or}>
          No task at hand?{' '}
          <Button size="small" onClick={onSample} aria-label="Try it with a sample page">
            Try it with a sample page
          </Button>
        </p>
      )}
    </div>
  );
}

interface StepProps {
  readonly number: number;
  readonly done: boolean;
  readonly name: string;
  readonly what: string;
}

function Step({ number, done, name, what }: StepProps) {
  return (
    <li className={cx(css.step, done && css.done)}>
      <span className={css.number} aria-hidden>
        {done ? <Check size={16} /> : number}
      </span>
      <div>
        <span className={css.name}>
          {name}
          {done && <span className={css.said}> (done)</span>}
        </span>
        <span className={css.what}>{what}</span>
      </div>
    </li>
  );
}
