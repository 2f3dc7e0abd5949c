import { type ReactNode, useState } from 'react';
import type { FrameCheck } from '../core/frame-check/check.ts';
import { isSameSetting } from '../core/geometry/frame-setting.ts';
import { useView } from '../state/view-store.ts';
import type { FrameOver } from '../ui/frame/frame-over.tsx';
import type { FramePanel } from '../ui/frame/frame-panel.tsx';
import { focusFrame, focusPicture } from './focus.ts';
import type { ExifUse } from '../ui/frame/verdict-words.ts';
import type { Evidence } from './use-evidence.ts';
import type { PageData } from './use-inspection.ts';

export interface FrameSide {
  /** The section Frame; null while there is nothing to say in it. */
  readonly panel: ReactNode;
  /** Over the picture: the frame in use, or what the check says. */
  readonly over: ReactNode;
  /** For the status bar, in a word or two; null while there is nothing to say. */
  readonly verdict: string | null;
}

/** What of the full view it takes. */
interface View {
  readonly FrameOver: typeof FrameOver;
  readonly FramePanel: typeof FramePanel;
}

/** Where the page speaks of the frame. What is unfolded and put away is kept here: both places are built anew as the window gets narrow. */
export function useFrameSide({ inspection, image, open }: PageData, evidence: Evidence, view: View | null): FrameSide {
  const { check } = evidence;
  const [adjusted, setAdjusted] = useState<string | null>(null);
  const [putAway, setPutAway] = useState<FrameCheck | null>(null);
  const regions = inspection.regions.count;
  if (!view || (!image && regions === 0)) return { panel: null, over: null, verdict: null };

  const use: ExifUse = { exif: image?.source.orientation ?? 1, shown: image?.orientation ?? 1 };
  return {
    panel: image && regions > 0 && (
      <view.FramePanel
        check={check}
        status={evidence.status}
        regions={regions}
        use={use}
        frame={open.frame}
        onCheckAgain={evidence.checkAgain}
        adjusting={adjusted === open.key}
        onAdjusting={(adjusting) => {
          setAdjusted(adjusting ? open.key : null);
          // Its button goes away.
          if (!adjusting) useView.getState().setMoving(false);
        }}
      />
    ),
    over: (
      <view.FrameOver
        frame={open.frame}
        check={check === putAway ? null : check}
        use={use}
        onMore={focusFrame}
        onPutAway={() => setPutAway(check)}
        onGone={focusPicture}
      />
    ),
    verdict: check && (isSuggested(check, open.frame) ? 'fits, as set' : check.verdict),
  };
}

function isSuggested({ suggestions }: FrameCheck, { setting }: PageData['open']['frame']): boolean {
  return suggestions.some((one) => isSameSetting(one.setting, setting));
}
