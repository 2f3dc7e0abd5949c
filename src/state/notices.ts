import { create } from 'zustand';
import type { Problem } from '../core/problem.ts';

/** Where something was given that could not be used. The message stands there, and in the list of problems. */
export type Place = 'token' | 'detection' | 'recognition' | 'image' | 'paste' | 'order' | 'export';

interface NoticesState {
  readonly notices: Readonly<Partial<Record<Place, readonly Problem[]>>>;
  /** A link brought a token: it was wiped from the address and waits to be accepted. The token itself is not in here. */
  readonly tokenOffered: boolean;
  /** A file is being read and decoded. */
  readonly openingImage: boolean;
  /** A large paste is being read off the page. */
  readonly reading: boolean;
  /** What the last paste was taken for, in words. */
  readonly said: string | null;
}

interface NoticesActions {
  /** Replaces what was said at the place. */
  readonly tell: (place: Place, ...problems: readonly Problem[]) => void;
  readonly clear: (...places: readonly Place[]) => void;
  readonly offerToken: (offered: boolean) => void;
  readonly setOpeningImage: (opening: boolean) => void;
  readonly setReading: (reading: boolean) => void;
  readonly say: (words: string | null) => void;
}

export const useNotices = create<NoticesState & NoticesActions>()((set) => ({
  notices: {},
  tokenOffered: false,
  openingImage: false,
  reading: false,
  said: null,
  tell: (place, ...problems) => set(({ notices }) => ({ notices: { ...notices, [place]: problems } })),
  clear: (...places) =>
    set(({ notices }) => {
      const kept = { ...notices };
      for (const place of places) delete kept[place];
      return { notices: kept };
    }),
  offerToken: (tokenOffered) => set({ tokenOffered }),
  setOpeningImage: (openingImage) => set({ openingImage }),
  setReading: (reading) => set({ reading }),
  say: (said) => set({ said }),
}));
