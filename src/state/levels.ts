import { create } from 'zustand';
import { type Thresholds, USUAL_THRESHOLDS } from '../core/inspection/confidence.ts';
import type { LevelBits } from '../core/inspection/levels-shown.ts';

/** Which levels are shown and whether confidence colours them. Ways of looking: they stay when another inspection is opened. */
interface LevelsState {
  /** null: those that one reads by, in whatever result is open. */
  readonly levels: LevelBits | null;
  /** Confidence was asked for, and what was shown told none: these levels came for it. */
  readonly forConfidence: boolean;
  /** Regions are coloured by confidence, where there is any. */
  readonly confidence: boolean;
  readonly thresholds: Thresholds;
}

interface LevelsActions {
  readonly showLevels: (levels: LevelBits | null, why?: 'confidence') => void;
  readonly showConfidence: (on: boolean) => void;
  /** 0 to 1. The other threshold gives way, so that low stays at most middle. */
  readonly setThreshold: (which: keyof Thresholds, value: number) => void;
}

export const useLevelChoice = create<LevelsState & LevelsActions>()((set, get) => ({
  levels: null,
  forConfidence: false,
  confidence: false,
  thresholds: USUAL_THRESHOLDS,
  showLevels: (levels, why) => set({ levels, forConfidence: why === 'confidence' }),
  showConfidence: (confidence) => set({ confidence }),
  setThreshold: (which, value) => {
    const { low, middle } = get().thresholds;
    const thresholds =
      which === 'low' ? { low: value, middle: Math.max(middle, value) } : { low: Math.min(low, value), middle: value };
    set({ thresholds });
  },
}));
