import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useRef } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { useView } from '../../state/view-store.ts';
import { Input } from '../kit/field.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { Progress } from '../kit/progress.tsx';
import { matchWords, otherMatchWords } from './numbers.ts';
import css from './search-box.module.css';

export interface SearchBoxProps {
  readonly inspection: Inspection;
  readonly matches: Uint32Array;
  /** Share of the texts that is searched; null: all are. */
  readonly running: number | null;
  /** Down or Up in the box: into the list. */
  readonly onToList: () => void;
  /** Enter: the next match, Shift+Enter: the one before; the focus stays in the box. */
  readonly onStep: (by: 1 | -1) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** Searchbox **Search text** with the status **Matches**. */
export function SearchBox({ inspection, matches, running, onToList, onStep, inputRef }: SearchBoxProps) {
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
        {running !== null && (
          <div className={css.running}>
            <Progress label="Searching" done={running} total={1} />
          </div>
        )}
      </div>
      <p className={css.counts}>
        {/* A count that grows is not read out at each step: it is said once, without the dots, when it stands. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` is for what a form computed */}
        <span role="status" aria-label="Matches" aria-live={running === null ? 'polite' : 'off'}>
          {matchWords(inspection, matches)}
          {running !== null && '…'}
        </span>
        <span>{otherMatchWords(inspection, matches)}</span>
      </p>
    </div>
  );
}

function setSearch(words: string): void {
  useView.getState().setSearch(words);
}
