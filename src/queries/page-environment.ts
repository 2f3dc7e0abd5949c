/** What the page knows of its surroundings. An argument of the provider, so that tests can go offline or hide. */
export interface PageEnvironment {
  readonly online: () => boolean;
  /** Nobody sees the tab. */
  readonly hidden: () => boolean;
  /** Called after either has changed. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function browserEnvironment(window: Window): PageEnvironment {
  const { document, navigator } = window;
  return {
    online: () => navigator.onLine,
    hidden: () => document.visibilityState === 'hidden',
    subscribe: (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      document.addEventListener('visibilitychange', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
        document.removeEventListener('visibilitychange', listener);
      };
    },
  };
}
