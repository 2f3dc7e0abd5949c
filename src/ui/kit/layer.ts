import { createContext, useContext } from 'react';

/**
 * Where menus are put. While a native modal dialog is open the rest of the page is inert, body included,
 * so what belongs to the dialog must be drawn inside it. null: into body.
 */
export const LayerContext = createContext<HTMLElement | null>(null);

/** Where a portal goes; null: into body. */
export function useLayer(): HTMLElement | null {
  return useContext(LayerContext);
}
