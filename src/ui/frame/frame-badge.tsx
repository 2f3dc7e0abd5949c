import { Frame } from 'lucide-react';
import { isAsReceived } from '../../core/geometry/frame-setting.ts';
import { settingInWords } from '../../core/geometry/frame-words.ts';
import { currentInspection, type FrameChoice, useInspections } from '../../state/inspections.ts';
import css from './frame-badge.module.css';
import { FrameButtons } from './frame-buttons.tsx';

export interface FrameBadgeProps {
  readonly frame: FrameChoice;
  /** The badge goes away under the focus, which belongs somewhere else now. */
  readonly onGone: () => void;
}

/** Over the picture while the regions do not stand where the answer says. Absent otherwise. */
export function FrameBadge({ frame, onGone }: FrameBadgeProps) {
  if (isAsReceived(frame.setting)) return null;
  const words = settingInWords(frame.setting);
  return (
    <fieldset aria-label="Frame in use" className={css.badge}>
      <Frame aria-hidden size={14} />
      <span className={css.words} title={`Frame: ${words}`}>
        Frame: {words}
      </span>
      <FrameButtons
        frame={frame}
        of="frame"
        onPressed={() => {
          if (isAsReceived(currentInspection(useInspections.getState()).frame.setting)) onGone();
        }}
      />
    </fieldset>
  );
}
