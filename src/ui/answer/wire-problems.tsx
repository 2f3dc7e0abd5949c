import type { Problem } from '../../core/problem.ts';
import { pathOf } from '../../core/wire/problem-place.ts';
import { Button } from '../kit/button.tsx';
import { problemWords } from '../kit/problem-words.ts';
import css from './wire-view.module.css';

export interface WireProblemsProps {
  readonly problems: readonly Problem[];
  readonly onShow: (problem: Problem) => void;
}

const SHOWN = 50;

/** What is wrong in this answer, each with the way to its place. */
export function WireProblems({ problems, onShow }: WireProblemsProps) {
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    <ul className={css.problems} aria-label="Problems of this answer">
      {problems.slice(0, SHOWN).map((problem, at) => {
        const words = problemWords(problem);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the list of an answer does not change
          <li key={at}>
            <span dir="auto">{words}</span>
            {pathOf(problem) && (
              <Button size="small" aria-label={`Show: ${words}`} onClick={() => onShow(problem)}>
                Show
              </Button>
            )}
          </li>
        );
      })}
      {more > 0 && <li>and {more.toLocaleString('en')} more.</li>}
    </ul>
  );
}
