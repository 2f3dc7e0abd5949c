import { CircleAlert, CircleCheck, CircleQuestionMark, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { FrameCheck, FrameVerdict } from '../../core/frame-check/check.ts';
import type { FrameChoice } from '../../state/inspections.ts';
import { cx } from '../kit/cx.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Panel } from '../shell/panel.tsx';
import { Adjust } from './adjust.tsx';
import css from './frame.module.css';
import { Suggestions } from './suggestions.tsx';
import { type ExifUse, inUseWords, verdictInWords } from './verdict-words.ts';

export interface FramePanelProps {
  /** What the pixels say of the rectangles as received; null until it is known. */
  readonly check: FrameCheck | null;
  readonly status: 'nothing to check' | 'checking' | 'checked' | 'failed';
  readonly regions: number;
  readonly use: ExifUse;
  readonly frame: FrameChoice;
}

/** Section **Frame**: whether the regions belong to these pixels, how they would, and where the person puts them. */
export function FramePanel({ check, status, regions, use, frame }: FramePanelProps) {
  const verdict = useRef<HTMLDivElement>(null);
  const { look, words } = verdictOf(check, status, regions, use);
  const Icon = ICONS[look];
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
      {inUse !== null && <p className={css.muted}>{inUse}</p>}
      {check && check.verdict !== 'fits' && (
        <Suggestions check={check} setting={frame.setting} use={use} onTurned={() => verdict.current?.focus()} />
      )}
      <Disclosure label="Adjust">
        <Adjust frame={frame} />
      </Disclosure>
    </Panel>
  );
}

/** Where the way from the problems ends. */
const VERDICT = 'frame-verdict';

type Look = FrameVerdict | 'busy' | 'failed' | 'nothing';

const ICONS = {
  fits: CircleCheck,
  'fits only if': TriangleAlert,
  'does not fit': CircleAlert,
  'cannot tell': CircleQuestionMark,
  busy: LoaderCircle,
  failed: TriangleAlert,
  nothing: CircleQuestionMark,
} satisfies Record<Look, unknown>;

const LOOKS = {
  fits: 'fits',
  'fits only if': 'warning',
  'does not fit': 'error',
  'cannot tell': 'quiet',
  busy: 'busy',
  failed: 'warning',
  nothing: 'quiet',
} as const satisfies Record<Look, string>;

/** A verdict that is there stays while it is looked for anew. */
function verdictOf(
  check: FrameCheck | null,
  status: FramePanelProps['status'],
  regions: number,
  use: ExifUse,
): { readonly look: Look; readonly words: string } {
  if (check) return { look: check.verdict, words: verdictInWords(check, regions, use) };
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
