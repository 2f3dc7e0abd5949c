import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { FrameCheck } from '../../core/frame-check/check.ts';
import type { FrameChoice } from '../../state/inspections.ts';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Panel } from '../shell/panel.tsx';
import { Adjust } from './adjust.tsx';
import css from './frame.module.css';
import { Suggestions } from './suggestions.tsx';
import { type Look, LOOKS, VERDICT_ICONS } from './verdict-look.ts';
import { type ExifUse, inUseWords, suggestedInWords, verdictInWords } from './verdict-words.ts';

export interface FramePanelProps {
  /** What the pixels say of the rectangles as received; null until it is known. */
  readonly check: FrameCheck | null;
  readonly status: 'nothing to check' | 'checking' | 'checked' | 'failed';
  readonly regions: number;
  readonly use: ExifUse;
  readonly frame: FrameChoice;
  readonly onCheckAgain: () => void;
  /** Adjust is unfolded. Held by the page, which may put the section elsewhere. */
  readonly adjusting: boolean;
  readonly onAdjusting: (adjusting: boolean) => void;
}

/** Section **Frame**: whether the regions belong to these pixels, how they would, and where the person puts them. */
export function FramePanel(props: FramePanelProps) {
  const { check, status, use, frame, onCheckAgain, adjusting, onAdjusting } = props;
  const verdict = useRef<HTMLDivElement>(null);
  const adjust = useRef<HTMLDivElement>(null);
  const { look, words } = verdictOf(props);
  const Icon = VERDICT_ICONS[look];
  const inUse = check && inUseWords(check, frame.setting);
  return (
    <Panel title="Frame">
      <div ref={verdict} id={VERDICT} tabIndex={-1} className={cx(css.verdict, css[LOOKS[look]])}>
        <Icon aria-hidden size={16} />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` is for what a form computed */}
        <p role="status" aria-label="Frame check">
          {words}
        </p>
      </div>
      {status === 'failed' && (
        <>
          {check && <p className={css.muted}>The ink could not be looked at.</p>}
          <Button
            onClick={() => {
              onCheckAgain();
              // The button goes away.
              verdict.current?.focus();
            }}
          >
            Check again
          </Button>
        </>
      )}
      {inUse !== null && <p className={css.muted}>{inUse}</p>}
      {check && check.verdict !== 'fits' && (
        <Suggestions check={check} setting={frame.setting} use={use} onTurned={() => verdict.current?.focus()} />
      )}
      {check && check.verdict !== 'fits' && check.suggestions.length === 0 && (
        <Button
          className={css.start}
          onClick={() => {
            flushSync(() => onAdjusting(true));
            adjust.current?.querySelector('input')?.focus();
          }}
        >
          Place them yourself
        </Button>
      )}
      <Disclosure label="Adjust" open={adjusting} onOpenChange={onAdjusting}>
        <div ref={adjust}>
          <Adjust frame={frame} />
        </div>
      </Disclosure>
    </Panel>
  );
}

/** Where the way from the problems ends. */
const VERDICT = 'frame-verdict';

/** A verdict that is there stays while it is looked for anew. */
function verdictOf({ check, status, regions, use, frame }: FramePanelProps): {
  readonly look: Look;
  readonly words: string;
} {
  if (check) {
    const fits = suggestedInWords(check, frame.setting);
    return fits === null
      ? { look: check.verdict, words: verdictInWords(check, regions, use) }
      : { look: 'fits', words: fits };
  }
  switch (status) {
    case 'failed':
      return { look: 'failed', words: 'The check failed. The regions are shown all the same; look whether they fit.' };
    case 'nothing to check':
      return { look: 'nothing', words: 'Not checked.' };
    case 'checking':
    case 'checked':
      return { look: 'busy', words: 'Checking…' };
  }
}
