import { useSyncExternalStore } from 'react';

/** Device pixels per CSS pixel, kept up to date: it changes with the browser's zoom and from screen to screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(onChange, read);
}

function read(): number {
  return window.devicePixelRatio || 1;
}

/** A media query tells of the next change only, so each change asks a new one. */
function onChange(tell: () => void): () => void {
  let query = matchMedia(`(resolution: ${read()}dppx)`);
  const changed = () => {
    query.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${read()}dppx)`);
    query.addEventListener('change', changed);
    tell();
  };
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
