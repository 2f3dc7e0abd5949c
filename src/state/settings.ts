import { create } from 'zustand';

export type Theme = 'light' | 'dark';

/** How the person likes the page. Kept between visits; never anything about a task or a token. */
export interface Settings {
  /** null: follow the system. */
  readonly theme: Theme | null;
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

interface SettingsActions {
  readonly setTheme: (theme: Theme | null) => void;
  readonly setSingleKeys: (on: boolean) => void;
}

const KEY = 'regionscope-settings';

export const useSettings = create<Settings & SettingsActions>()((set, get) => {
  const keep = (patch: Partial<Settings>) => {
    set(patch);
    const { theme, singleKeys } = get();
    write({ theme, singleKeys });
  };
  return {
    ...read(),
    setTheme: (theme) => keep({ theme }),
    setSingleKeys: (singleKeys) => keep({ singleKeys }),
  };
});

/** Storage may be forbidden (private mode, an embedding host): then the settings live as long as the page. */
function read(): Settings {
  const fallback: Settings = { theme: null, singleKeys: true };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return fallback;
    const theme = 'theme' in kept && (kept.theme === 'light' || kept.theme === 'dark') ? kept.theme : null;
    return { theme, singleKeys: !('singleKeys' in kept && kept.singleKeys === false) };
  } catch {
    return fallback;
  }
}

function write(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Nothing is lost but the memory of a preference.
  }
}
