import { type RefObject, useLayoutEffect } from 'react';
import { NoRegions, type WithoutRegions } from '../ui/regions/empty-list.tsx';
import css from '../ui/regions/region-panel.module.css';
import { SearchBox } from '../ui/regions/search-box.tsx';
import type { PageData } from './use-inspection.ts';

export interface RegionsToComeProps extends Pick<PageData, 'inspection' | 'matches' | 'running'> {
  readonly without?: WithoutRegions;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Looks like the empty list of regions, whose own code comes later. The focus stays in the search when it is there by then. */
export function RegionsToCome({ search, without, ...found }: RegionsToComeProps) {
  useLayoutEffect(() => {
    const box = search.current;
    return () => {
      // By then it is the search of the list that has come.
      // oxlint-disable-next-line react/exhaustive-deps
      if (document.activeElement === box) queueMicrotask(() => search.current?.focus());
    };
  }, [search]);
  return (
    <section aria-label="Regions and texts" className={css.panel}>
      <header className={css.head}>
        <div className={css.title}>
          <h2>Regions</h2>
        </div>
        <SearchBox {...found} inputRef={search} onToList={() => undefined} onStep={() => undefined} />
      </header>
      {found.inspection.itemCount === 0 && (
        <NoRegions answered={found.inspection.regionSource !== null} without={without} />
      )}
    </section>
  );
}
