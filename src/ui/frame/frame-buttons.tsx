import { RotateCcw, Undo2 } from 'lucide-react';
import { AS_RECEIVED, isAsReceived } from '../../core/geometry/frame-setting.ts';
import { type FrameChoice, useInspections } from '../../state/inspections.ts';
import { Button } from '../kit/button.tsx';

export interface FrameButtonsProps {
  readonly frame: FrameChoice;
  /** Where other buttons have the same words: told after the verb. */
  readonly of?: string;
  /** After either of them. */
  readonly onPressed?: () => void;
}

/** One step back, or back to what was received. Never disabled under the finger: the focus would be lost. */
export function FrameButtons({ frame, of, onPressed }: FrameButtonsProps) {
  const undoFrame = useInspections((state) => state.undoFrame);
  const setFrame = useInspections((state) => state.setFrame);
  const buttons = [
    { label: 'Undo', Icon: Undo2, idle: frame.before.length === 0, run: undoFrame },
    { label: 'Reset', Icon: RotateCcw, idle: isAsReceived(frame.setting), run: () => setFrame(AS_RECEIVED) },
  ];
  return buttons.map(({ label, Icon, idle, run }) => (
    <Button
      key={label}
      size="small"
      variant={of === undefined ? 'normal' : 'quiet'}
      icon={<Icon aria-hidden />}
      aria-label={of === undefined ? undefined : `${label} ${of}`}
      aria-disabled={idle || undefined}
      onClick={() => {
        if (idle) return;
        run();
        onPressed?.();
      }}
    >
      {label}
    </Button>
  ));
}
