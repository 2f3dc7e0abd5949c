import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import type { TaskKind } from '../../core/ocr/contract.ts';
import type { Problem } from '../../core/problem.ts';
import { Button } from '../kit/button.tsx';
import { problemWords } from '../kit/problem-words.ts';
import css from './problem-list.module.css';

export interface ListedProblem {
  readonly key: string;
  readonly problem: Problem;
  /** A button that does what the words suggest. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** It speaks of a place in an answer: of which, and as that answer's own problem. */
  readonly inAnswer?: ProblemInAnswer;
}

export interface ProblemInAnswer {
  readonly kind: TaskKind;
  readonly problem: Problem;
}

const SHOWN = 50;
const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info };

/** The list **Problems**: one item each, in words, with what to do. Absent while there is nothing to say. */
export function ProblemList({
  problems,
  onShow,
  ref,
}: {
  readonly problems: readonly ListedProblem[];
  /** To its place in the answer; absent where no answer can be viewed. */
  readonly onShow?: (place: ProblemInAnswer) => void;
  readonly ref?: Ref<HTMLUListElement>;
}) {
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    // Focusable by the page alone: the way from the status bar ends here.
    <ul ref={ref} tabIndex={-1} className={css.list} aria-label="Problems">
      {problems.slice(0, SHOWN).map(({ key, problem, action, inAnswer }) => {
        const Icon = ICONS[problem.severity];
        return (
          <li key={key} className={css[problem.severity]}>
            <Icon aria-hidden size={16} />
            <div className={css.words}>
              <span dir="auto">{problemWords(problem)}</span>
              {action && (
                <Button size="small" onClick={action.run}>
                  {action.label}
                </Button>
              )}
              {inAnswer && onShow && (
                <Button size="small" aria-description={problemWords(problem)} onClick={() => onShow(inAnswer)}>
                  Show in the answer
                </Button>
              )}
            </div>
          </li>
        );
      })}
      {more > 0 && (
        <li className={css.more}>and {more.toLocaleString('en')} more; they are in the manifest of the crops.</li>
      )}
    </ul>
  );
}
