import { type ReactNode, type Ref, type RefObject, useMemo, useRef } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { listingOrder } from '../../core/inspection/items.ts';
import type { Lint } from '../../core/lint/lint.ts';
import { useView } from '../../state/view-store.ts';
import { placeFocus } from '../kit/place-focus.ts';
import { LintBar } from '../lint/lint-bar.tsx';
import type { WithoutRegions } from './empty-list.tsx';
import { ListActions, type ListActionsProps } from './list-actions.tsx';
import { PairingNote } from './pairing-note.tsx';
import { RegionList, type RegionListHandle } from './region-list.tsx';
import css from './region-panel.module.css';
import { SearchBox } from './search-box.tsx';

export interface RegionPanelProps {
  readonly inspection: Inspection;
  /** Items that search and filter left. */
  readonly matches: Uint32Array;
  /** Share of the texts that is searched, 0 to 1; null when the matches are all there are. */
  readonly running?: number | null;
  /** What may be wrong with the result; null: nobody has looked yet. */
  readonly lint?: Lint | null;
  /** Which levels are listed, and what their colours mean. */
  readonly levels?: ReactNode;
  /** Why there is nothing to list, where an answer did not bring it. */
  readonly without?: WithoutRegions;
  readonly onShow: (item: number) => void;
  readonly onZoom: (item: number) => void;
  readonly actions: Pick<ListActionsProps, 'onCopyAllTexts' | 'onCopyAllRectangles'>;
  /** For the `/` key. */
  readonly searchRef?: Ref<HTMLInputElement>;
  /** For `J` and `K`. */
  readonly listRef?: RefObject<RegionListHandle | null>;
}

/** Search, count, findings and list as one column that fills its parent. */
export function RegionPanel({
  inspection,
  matches,
  running = null,
  lint = null,
  levels,
  without,
  onShow,
  onZoom,
  actions,
  searchRef,
  listRef,
}: RegionPanelProps) {
  const own = useRef<RegionListHandle>(null);
  const list = listRef ?? own;
  const panel = useRef<HTMLElement>(null);
  const listed = useMemo(() => listingOrder(inspection, matches), [inspection, matches]);

  const showAll = () => {
    useView.getState().showAll();
    // The button that was pressed goes away.
    const box = panel.current?.querySelector<HTMLElement>('input[type="search"]');
    if (box) placeFocus(box);
  };

  return (
    <section ref={panel} aria-label="Regions and texts" className={css.panel}>
      <header className={css.head}>
        <div className={css.title}>
          <h2>Regions</h2>
          {inspection.itemCount > 0 && (
            <ListActions
              hasTexts={inspection.texts.length > 0}
              hasRegions={inspection.regions.count > 0}
              {...actions}
            />
          )}
        </div>
        <SearchBox
          inspection={inspection}
          matches={matches}
          running={running}
          onToList={() => list.current?.focus()}
          onStep={(by) => list.current?.step(by)}
          inputRef={searchRef}
        />
        {levels}
        {lint && <LintBar lint={lint} inspection={inspection} />}
        <PairingNote inspection={inspection} onShow={onShow} />
      </header>
      <RegionList
        ref={list}
        inspection={inspection}
        matches={listed}
        without={without}
        onShow={onShow}
        onZoom={onZoom}
        onShowAll={showAll}
      />
    </section>
  );
}
