import { useId } from 'react';
import { useView } from '../../state/view-store.ts';
import { grouped } from '../regions/numbers.ts';
import type { CropExport, CropScope } from './crop-options.ts';
import css from './export-crops.module.css';

const SCOPES: readonly { readonly scope: CropScope; readonly label: string }[] = [
  { scope: 'all', label: 'All' },
  { scope: 'selected', label: 'Selected' },
  { scope: 'matching', label: 'Matching the search' },
];

export interface ScopeChoiceProps {
  readonly crops: Pick<CropExport, 'counts' | 'searching' | 'levelsHidden'>;
  readonly value: CropScope;
  readonly onChange: (scope: CropScope) => void;
}

/** Radiogroup **Which regions**, each with its count; what cannot be chosen says why. */
export function ScopeChoice({ crops, value, onChange }: ScopeChoiceProps) {
  const id = useId();
  const { levelsHidden = false } = crops;
  const byFindings = useView((view) => view.filter.length > 0);
  const bySearch = useView((view) => view.search.trim() !== '');
  return (
    <div role="radiogroup" aria-labelledby={`${id}-title`} className={css.scopes}>
      <span id={`${id}-title`} className={css.legend}>
        Which regions
      </span>
      {SCOPES.map(({ scope, label }) => {
        const reason = whyNot(scope, crops);
        return (
          <div key={scope} className={css.scope}>
            <input
              id={`${id}-${scope}`}
              type="radio"
              name={id}
              checked={scope === value}
              disabled={reason !== null}
              aria-describedby={`${id}-${scope}-count`}
              onChange={() => onChange(scope)}
            />
            <label htmlFor={`${id}-${scope}`}>{label}</label>
            <span id={`${id}-${scope}-count`} className={css.count}>
              {reason ?? grouped(crops.counts[scope])}
              {scope === 'matching' && reason === null && narrowedWords(bySearch, byFindings, levelsHidden)}
              {scope === 'all' && levelsHidden && ' (of every level)'}
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** The radio's name speaks of the search alone, and findings that were chosen and levels narrow the list as well. */
function narrowedWords(bySearch: boolean, byFindings: boolean, byLevels: boolean): string {
  const others = [...(byFindings ? ['the findings chosen'] : []), ...(byLevels ? ['the levels shown'] : [])];
  return others.length === 0
    ? ''
    : bySearch
      ? ` (and ${others.join(' and ')})`
      : ` (shown in the list, by ${others.join(' and ')})`;
}

/** Why a scope cannot be chosen; null when it can. */
export function whyNot(scope: CropScope, { counts, searching }: ScopeChoiceProps['crops']): string | null {
  switch (scope) {
    case 'all':
      return null;
    case 'selected':
      return counts.selected === 0 ? 'nothing is selected' : null;
    case 'matching':
      if (!searching) return 'nothing is searched for';
      return counts.matching === 0 ? 'no region matches' : null;
  }
}
