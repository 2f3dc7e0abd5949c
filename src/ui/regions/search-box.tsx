import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { useView } from '../../state/view-store.ts';
import { Input } from '../kit/field.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { matchWords, otherMatchWords } from './numbers.ts';
import css from './search-box.module.css';

export interface SearchBoxProps {
  readonly inspection: Inspection;
  readonly matches: Uint32Array;
  /** Down or Up in the box: into the list. */
  readonly onToList: () => void;
  /** Enter: the next match, Shift+Enter: the one before; the focus stays in the box. */
  readonly onStep: (by: 1 | -1) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** Searchbox **Search text** with the status **Matches**. */
export function SearchBox({ inspection, matches, onToList, onStep, inputRef }: SearchBoxProps) {
  const search = useView((view) => view.search);
  const box = useRef<HTMLDivElement>(null);

  const clear = () => {
    setSearch('');
    box.current?.querySelector('input')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onToList();
    else if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && search !== '') setSearch('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css.search}>
      <div ref={box} className={css.box}>
        <Search aria-hidden className={css.glass} />
        <Input
          ref={inputRef}
          type="search"
          aria-label="Search text"
          placeholder="Search"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          className={css.input}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {search !== '' && <IconButton label="Clear" icon={<X />} size="small" className={css.clear} onClick={clear} />}
      </div>
      <p className={css.counts}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` is for what a form computed */}
        <span role="status" aria-label="Matches">
          {matchWords(inspection, matches)}
        </span>
        <span>{otherMatchWords(inspection, matches)}</span>
      </p>
    </div>
  );
}

function setSearch(words: string): void {
  useView.getState().setSearch(words);
}
