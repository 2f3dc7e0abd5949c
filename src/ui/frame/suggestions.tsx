import { Check } from 'lucide-react';
import type { FrameCheck, Suggestion } from '../../core/frame-check/check.ts';
import { AS_RECEIVED, type FrameSetting, isSameSetting } from '../../core/geometry/frame-setting.ts';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { chooseSetting } from './choose-setting.ts';
import css from './frame.module.css';
import { type ExifUse, suggestionInWords } from './verdict-words.ts';

export interface SuggestionsProps {
  readonly check: FrameCheck;
  readonly setting: FrameSetting;
  readonly use: ExifUse;
  /** The pixels themselves were turned: what was pressed goes away, because these are checked anew. */
  readonly onTurned: () => void;
}

/** Ways in which regions and ink would agree better, the best before all. Pressing one again goes back to what was received. */
export function Suggestions({ check, setting, use, onTurned }: SuggestionsProps) {
  const [best, ...others] = check.suggestions;
  if (!best) return null;
  const row = (one: Suggestion, agreement: string, isBest = false) => {
    const inUse = isSameSetting(one.setting, setting);
    return (
      <Row
        // Words are rounded, and two may come to the same.
        key={Object.values(one.setting).join(' ')}
        words={suggestionInWords(one.setting, use)}
        agreement={agreement}
        isBest={isBest}
        inUse={inUse}
        onUse={() => {
          if (chooseSetting(inUse ? AS_RECEIVED : one.setting, use) === 'pixels') onTurned();
        }}
      />
    );
  };
  return (
    <>
      <ol aria-label="Suggestions" className={css.list}>
        {row(best, `Agreement of regions and ink: ${percent(best.score)}, as received ${percent(check.score)}`, true)}
      </ol>
      {others.length > 0 && (
        <Disclosure
          label={`Other ways (${others.length})`}
          startsOpen={others.some((one) => isSameSetting(one.setting, setting))}
        >
          <ol aria-label="Other ways" className={css.list}>
            {others.map((one) => row(one, `Agreement: ${percent(one.score)}`))}
          </ol>
        </Disclosure>
      )}
    </>
  );
}

interface RowProps {
  readonly words: string;
  readonly agreement: string;
  readonly isBest: boolean;
  readonly inUse: boolean;
  readonly onUse: () => void;
}

function Row({ words, agreement, isBest, inUse, onUse }: RowProps) {
  return (
    <li className={css.row}>
      <div className={css.what}>
        <span className={cx(isBest && css.best)}>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
        <span className={css.muted}>{agreement}</span>
      </div>
      <Button
        size="small"
        aria-label={`Use: ${words}`}
        pressed={inUse}
        icon={inUse && <Check aria-hidden />}
        onClick={onUse}
      >
        Use
      </Button>
    </li>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}\u00A0%`;
}
