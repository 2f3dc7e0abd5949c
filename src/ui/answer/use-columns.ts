import { type RefCallback, useCallback, useState } from 'react';

/** Beside the characters of a line: its number, the scrollbar and the borders. CSS pixels. */
const BESIDE = 84 + 12 + 20;
const LEAST = 24;
const MOST = 160;
/** Until it is measured. */
const USUAL = 80;

export interface Columns {
  /** For the element that is as wide as the panes. */
  readonly measure: RefCallback<HTMLElement>;
  /**
   * Characters of a line, a multiple of 8: of Base64 these are whole bytes, so that its lines stand beside those of the decoded text, and
   * of hex a fraction.
   */
  readonly columns: number;
}

/** How many letters of the panes' face stand side by side. */
export function useColumns(): Columns {
  const [columns, setColumns] = useState(USUAL);
  const measure = useCallback((element: HTMLElement) => {
    const fit = () => {
      const room = (element.clientWidth - BESIDE) / letterWidth(element);
      setColumns(Math.min(Math.max(Math.floor(room / 8) * 8, LEAST), MOST));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    fit();
    return () => observer.disconnect();
  }, []);
  return { measure, columns };
}

function letterWidth(near: HTMLElement): number {
  const letters = document.createElement('span');
  letters.style.cssText = 'position: absolute; visibility: hidden; font: var(--text-small) var(--mono)';
  letters.textContent = '0'.repeat(10);
  near.append(letters);
  const { width } = letters.getBoundingClientRect();
  letters.remove();
  return width > 0 ? width / 10 : 8;
}
