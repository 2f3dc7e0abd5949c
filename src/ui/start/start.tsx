import { Check } from 'lucide-react';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import css from './start.module.css';

export interface StartProps {
  readonly token: 'missing' | 'given' | 'not needed';
  readonly task: boolean;
  /** What the tasks that are being asked for have to say, a sentence each; empty before Inspect. */
  readonly states: readonly string[];
  readonly onToken: () => void;
  readonly onTask: () => void;
  readonly onImage: () => void;
  /** null where the host offers no sample. */
  readonly onSample: (() => void) | null;
}

/** The page before anything is on it: what to bring, in any order, and what one gets. */
export function Start({ token, task, states, onToken, onTask, onImage, onSample }: StartProps) {
  return (
    <div className={css.start}>
      <h2 className={css.title}>See what the OCR saw</h2>
      <p className={css.lead}>
        Every region of your Aspose.OCR Cloud task, drawn on its image, with its recognised text. Nothing leaves this
        page but the questions to the service.
      </p>
      {onSample && (
        <p className={css.or}>
          No task at hand?{' '}
          <Button size="small" onClick={onSample}>
            Try it with a sample page
          </Button>
        </p>
      )}
      <ol className={css.steps}>
        <Step
          number={1}
          done={token !== 'missing'}
          name="Paste a token"
          what={token === 'not needed' ? 'The built-in sample needs none.' : 'Kept in memory only, gone with the tab.'}
          onPress={onToken}
        />
        <Step
          number={2}
          done={task}
          name="Paste a task ID"
          what="Of a detection, a recognition, or both. A curl command will do."
          onPress={onTask}
        />
        <Step
          number={3}
          done={false}
          name="Drop the image"
          what="The one that you sent. Anywhere on this page."
          onPress={onImage}
        />
      </ol>
      {states.map((state) => (
        <p key={state} className={css.state}>
          {state}
        </p>
      ))}
    </div>
  );
}

interface StepProps {
  readonly number: number;
  readonly done: boolean;
  readonly name: string;
  readonly what: string;
  /** To the place where it is given. */
  readonly onPress: () => void;
}

function Step({ number, done, name, what, onPress }: StepProps) {
  return (
    <li>
      <button type="button" className={cx(css.step, done && css.done)} onClick={onPress}>
        <span className={css.number} aria-hidden>
          {done ? <Check size={16} /> : number}
        </span>
        <span>
          <span className={css.name}>
            {name}
            {done && <span className={css.said}> (done)</span>}
          </span>
          <span className={css.what}>{what}</span>
        </span>
      </button>
    </li>
  );
}
