import { Check } from 'lucide-react';
import type { FrameCheck, Suggestion } from '../../core/frame-check/check.ts';
import { isExifTurn } from '../../core/geometry/exif-frame.ts';
import { AS_RECEIVED, type FrameSetting, isAsReceived, isSameSetting } from '../../core/geometry/frame-setting.ts';
import { useInspections } from '../../state/inspections.ts';
import { Button } from '../kit/button.tsx';
import css from './frame.module.css';
import { type ExifUse, suggestionInWords } from './verdict-words.ts';

export interface SuggestionsProps {
  readonly check: FrameCheck;
  readonly setting: FrameSetting;
  readonly use: ExifUse;
  /** The pixels themselves were turned: what was pressed goes away, because these are checked anew. */
  readonly onTurned: () => void;
}

/** Ways in which regions and ink would agree better, the best first. Pressing one again goes back to what was received. */
export function Suggestions({ check, setting, use, onTurned }: SuggestionsProps) {
  if (check.suggestions.length === 0) return null;
  const choose = (wanted: FrameSetting) => {
    const { change, setFrame } = useInspections.getState();
    if (!isExifTurn(wanted, use.exif, use.shown)) {
      setFrame(isSameSetting(wanted, setting) ? AS_RECEIVED : wanted);
      return;
    }
    change({ rawPixels: use.shown !== 1 });
    if (!isAsReceived(setting)) setFrame(AS_RECEIVED);
    onTurned();
  };
  return (
    <div className={css.suggestions}>
      <p className={css.muted}>
        How well regions and ink agree{'; '}
        <span className={css.nowrap}>as received {percent(check.score)}</span>:
      </p>
      <ol aria-label="Suggestions" className={css.list}>
        {check.suggestions.map((one) => (
          <Row
            key={suggestionInWords(one.setting, use)}
            suggestion={one}
            words={suggestionInWords(one.setting, use)}
            inUse={isSameSetting(one.setting, setting)}
            onUse={() => choose(one.setting)}
          />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly suggestion: Suggestion;
  readonly words: string;
  readonly inUse: boolean;
  readonly onUse: () => void;
}

function Row({ suggestion: { score }, words, inUse, onUse }: RowProps) {
  return (
    <li className={css.row}>
      <div className={css.what}>
        <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
        <span className={css.score}>
          <meter aria-hidden min={0} max={1} value={score} />
          {percent(score)}
        </span>
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
  return `${Math.round(share * 100)} %`;
}
