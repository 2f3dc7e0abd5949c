import type { Inspection } from '../../core/inspection/inspection.ts';
import type { Level } from '../../core/inspection/levels.ts';
import {
  bitOf,
  type LevelBits,
  type LevelCount,
  levelCounts,
  levelsShown,
} from '../../core/inspection/levels-shown.ts';
import { useLevelChoice } from '../../state/levels.ts';
import { Button } from '../kit/button.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { grouped } from '../regions/numbers.ts';
import { levelName, levelsName } from './level-words.ts';
import css from './levels.module.css';

/** Group **Levels**: a button for each level of the result, from the outside in: a click shows it alone, with Ctrl or Shift as well. Absent where there is but one. */
export function LevelToggles({ inspection }: { readonly inspection: Inspection }) {
  const forConfidence = useLevelChoice((state) => state.forConfidence);
  const counts = levelCounts(inspection.regions);
  if (counts.length < 2) return null;
  const shown = levelsShown(inspection);

  const choose = (level: Level, asWell: boolean) => {
    const next = asWell ? shown ^ bitOf(level) : bitOf(level);
    // Without any nothing would be left to look at.
    if (next !== 0 && next !== shown) useLevelChoice.getState().showLevels(next);
  };

  return (
    <fieldset aria-label="Levels" className={css.levels}>
      {counts.map(({ level, count }) => {
        const last = shown === bitOf(level);
        const words = last ? 'The only level shown.' : explain(level, (shown & bitOf(level)) !== 0);
        return (
          <Button
            key={level}
            {...tooltip({ words })}
            size="small"
            pressed={(shown & bitOf(level)) !== 0}
            aria-disabled={last || undefined}
            aria-label={`${levelName(level)}, ${grouped(count)}`}
            aria-description={words}
            className={css.level}
            onClick={({ ctrlKey, metaKey, shiftKey }) => choose(level, ctrlKey || metaKey || shiftKey)}
          >
            {levelName(level)}
            <span className={css.count}>{grouped(count)}</span>
          </Button>
        );
      })}
      {/* There before it says something, or nobody would be told. */}
      <output className={css.said} aria-label="Why these levels">
        {forConfidence && shown !== 0 && `Shown now: ${shownWords(counts, shown)}, which tell a confidence.`}
      </output>
    </fieldset>
  );
}

function explain(level: Level, shown: boolean): string {
  const name = levelName(level).toLowerCase();
  return `Show level ${name} alone. With Ctrl or Shift: ${shown ? 'leave it out' : 'show it as well'}.`;
}

function shownWords(counts: readonly LevelCount[], shown: LevelBits): string {
  const names = counts.filter(({ level }) => (shown & bitOf(level)) !== 0).map(({ level }) => levelsName(level));
  return names.join(' and ');
}
