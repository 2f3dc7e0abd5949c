import { SearchX, SquareDashed } from 'lucide-react';
import { Button } from '../kit/button.tsx';
import css from './region-list.module.css';

/** Nothing to list: nothing came yet, or what came says that the page has no regions. */
export function NoRegions({ answered }: { readonly answered: boolean }) {
  return (
    <div className={css.empty}>
      <SquareDashed aria-hidden />
      <p className={css.lead}>{answered ? 'No regions on this page' : 'No regions yet'}</p>
      <p>
        {answered
          ? 'The answer came, and it holds no rectangle and no text.'
          : 'They are listed here as soon as an answer arrives.'}
      </p>
    </div>
  );
}

export interface NoMatchesProps {
  readonly search: string;
  /** The list is narrowed to kinds of findings as well. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** Search and filter left nothing. */
export function NoMatches({ search, filtered, onClear }: NoMatchesProps) {
  return (
    <div className={css.empty}>
      <SearchX aria-hidden />
      <p className={css.lead}>
        {search.trim() === '' ? (
          'No region has what the filter asks for'
        ) : (
          <>
            No match for “<bdi>{search.length > 60 ? `${search.slice(0, 60)}…` : search}</bdi>”
            {filtered && ' within the filter'}
          </>
        )}
      </p>
      <Button onClick={onClear}>Show all</Button>
    </div>
  );
}
