import { useLayoutEffect } from 'react';
import { type Theme, useSettings } from '../state/settings.ts';
import { useMediaQuery } from '../ui/kit/use-media-query.ts';

/** The theme that is shown: the person's choice, else the system's. Keeps `data-theme` on the page in step. */
export function useTheme(): { readonly theme: Theme; readonly toggle: () => void } {
  const chosen = useSettings((settings) => settings.theme);
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const theme = chosen ?? (systemDark ? 'dark' : 'light');
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return { theme, toggle: () => useSettings.getState().setTheme(theme === 'dark' ? 'light' : 'dark') };
}
