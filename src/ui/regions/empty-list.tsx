import { SearchX, SquareDashed } from 'lucide-react';
import { Button } from '../kit/button.tsx';
import css from './region-list.module.css';

/** What came instead: a file, or nothing because the task failed. */
export type WithoutRegions = 'file' | 'failed' | null | undefined;

export interface NoRegionsProps {
  readonly answered: boolean;
  readonly without?: WithoutRegions;
}

/** Nothing to list: nothing came yet, or what came says that the page has no regions. */
export function NoRegions({ answered, without }: NoRegionsProps) {
  const { lead, more } = emptyWords(answered, without);
  return (
    <div className={css.empty}>
      <SquareDashed aria-hidden />
      <p className={css.lead}>{lead}</p>
      <p>{more}</p>
    </div>
  );
}

function emptyWords(answered: boolean, without: WithoutRegions): { readonly lead: string; readonly more: string } {
  if (without === 'file')
    return { lead: 'This answer has no regions; it holds a file', more: 'It is under Files in this answer.' };
  if (answered)
    return { lead: 'No regions on this page', more: 'The answer came, and it holds no rectangle and no text.' };
  if (without === 'failed') return { lead: 'The task failed', more: 'The list of problems says why.' };
  return { lead: 'No regions yet', more: 'They are listed here as soon as an answer arrives.' };
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
