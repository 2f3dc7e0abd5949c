import { X } from 'lucide-react';
import type { FrameCheck } from '../../core/frame-check/check.ts';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import { IconButton } from '../kit/icon-button.tsx';
import { chooseSetting } from './choose-setting.ts';
import css from './frame-over.module.css';
import { verdictInShort } from './short-words.ts';
import { LOOKS, VERDICT_ICONS } from './verdict-look.ts';
import { type ExifUse, suggestionInWords } from './verdict-words.ts';

export interface FrameLineProps {
  readonly check: FrameCheck;
  readonly use: ExifUse;
  /** To the section Frame. */
  readonly onMore: () => void;
  readonly onPutAway: () => void;
  /** The line goes away under the focus, which belongs somewhere else now. */
  readonly onGone: () => void;
}

/** Over the picture while the regions stand where the answer says, and that seems wrong. Absent where they fit. */
export function FrameLine({ check, use, onMore, onPutAway, onGone }: FrameLineProps) {
  const words = verdictInShort(check, use);
  if (words === null) return null;
  const [best] = check.suggestions;
  const Icon = VERDICT_ICONS[check.verdict];
  return (
    <fieldset aria-label="Frame verdict" className={cx(css.over, css[LOOKS[check.verdict]])}>
      <Icon aria-hidden size={16} />
      <span className={css.words}>{words}</span>
      <div className={css.buttons}>
        {best && (
          <Button
            size="small"
            variant={check.verdict === 'fits only if' ? 'primary' : 'normal'}
            aria-label={`Use suggestion: ${suggestionInWords(best.setting, use)}`}
            onClick={() => {
              chooseSetting(best.setting, use);
              onGone();
            }}
          >
            Use
          </Button>
        )}
        <Button size="small" variant="quiet" aria-label="More about the frame" onClick={onMore}>
          More
        </Button>
        <IconButton
          size="small"
          label="Put the verdict away"
          icon={<X />}
          onClick={() => {
            onPutAway();
            onGone();
          }}
        />
      </div>
    </fieldset>
  );
}
