import type { FrameCheck } from '../../core/frame-check/check.ts';
import { isAsReceived } from '../../core/geometry/frame-setting.ts';
import { useView } from '../../state/view-store.ts';
import { FrameBadge, type FrameBadgeProps } from './frame-badge.tsx';
import { FrameLine, type FrameLineProps } from './frame-line.tsx';

export interface FrameOverProps extends FrameBadgeProps, Omit<FrameLineProps, 'check'> {
  /** null while there is no verdict, or it was put away. */
  readonly check: FrameCheck | null;
}

/** What stands over the picture: the frame in use, or else what the check says of it; nothing of that while a hand sets it. */
export function FrameOver({ frame, check, ...line }: FrameOverProps) {
  const moving = useView((view) => view.moving);
  if (!isAsReceived(frame.setting)) return <FrameBadge frame={frame} onGone={line.onGone} />;
  return check && !moving && <FrameLine check={check} {...line} />;
}
