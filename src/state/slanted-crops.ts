import { create } from 'zustand';
import type { SlantedCrops } from '../core/export/straight-cut.ts';

interface SlantedCropsState {
  readonly slanted: SlantedCrops;
  readonly choose: (slanted: SlantedCrops) => void;
}

/** How slanted regions are cut, wherever they are. Kept as long as the page: pixels as they are is what a new visit starts with. */
export const useSlantedCrops = create<SlantedCropsState>()((set) => ({
  slanted: 'bounding box',
  choose: (slanted) => set({ slanted }),
}));
