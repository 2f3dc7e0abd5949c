import { Frame } from 'lucide-react';
import { isAsReceived } from '../../core/geometry/frame-setting.ts';
import { settingInWords } from '../../core/geometry/frame-words.ts';
import { currentInspection, type FrameChoice, useInspections } from '../../state/inspections.ts';
import { useView } from '../../state/view-store.ts';
import { cx } from '../kit/cx.ts';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import { FrameButtons } from './frame-buttons.tsx';
import css from './frame-over.module.css';
import { settingInShort } from './short-words.ts';

export interface FrameBadgeProps {
  readonly frame: FrameChoice;
  /** The badge goes away under the focus, which belongs somewhere else now. */
  readonly onGone: () => void;
}

/** Over the picture while the regions do not stand where the answer says. Only says so while a hand may want what is under it. */
export function FrameBadge({ frame, onGone }: FrameBadgeProps) {
  const moving = useView((view) => view.moving);
  if (isAsReceived(frame.setting)) return null;
  const words = `Frame: ${settingInWords(frame.setting)}`;
  return (
    <fieldset aria-label="Frame in use" className={cx(css.over, css.badge, moving && css.aside)}>
      <Frame aria-hidden size={16} />
      <VisuallyHidden>{words}</VisuallyHidden>
      <span aria-hidden className={css.words} title={words}>
        {settingInShort(frame.setting)}
      </span>
      {!moving && (
        <div className={css.buttons}>
          <FrameButtons
            frame={frame}
            of="frame"
            onPressed={() => {
              if (isAsReceived(currentInspection(useInspections.getState()).frame.setting)) onGone();
            }}
          />
        </div>
      )}
    </fieldset>
  );
}
