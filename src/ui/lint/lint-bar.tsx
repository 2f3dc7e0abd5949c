import { Eye, X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { LINT_KINDS, type LintId } from '../../core/lint/kinds.ts';
import type { Inspection } from '../../core/inspection/inspection.ts';
import type { Lint } from '../../core/lint/lint.ts';
import { useLevelChoice } from '../../state/levels.ts';
import { useView } from '../../state/view-store.ts';
import { IconButton } from '../kit/icon-button.tsx';
import { placeFocus } from '../kit/place-focus.ts';
import { Folded, type FoldedItem } from './folded.tsx';
import { lowElsewhereWords } from '../levels/level-words.ts';
import { LintChip } from './lint-chip.tsx';
import css from './lint-bar.module.css';
import { stateWords } from './lint-words.ts';

/** Group **Findings**: what may be wrong with the result at a glance. Each kind narrows the list to it, several to any of them. */
export function LintBar({ lint, inspection }: { readonly lint: Lint; readonly inspection: Inspection }) {
  const thresholds = useLevelChoice((state) => state.thresholds);
  const elsewhere = useMemo(() => lowElsewhereWords(inspection, thresholds), [inspection, thresholds]);
  const filter = useView((view) => view.filter);
  const missedInk = useView((view) => view.missedInk);
  const bar = useRef<HTMLFieldSetElement>(null);
  const words = stateWords(lint, elsewhere);

  const clear = () => {
    useView.getState().setFilter([]);
    // The button that was pressed goes away.
    const first = bar.current?.querySelector<HTMLElement>('button');
    if (first) placeFocus(first);
  };

  const items = IN_THE_BAR.flatMap((kind) => {
    const finding = lint[kind.id];
    const chosen = filter.includes(kind.id);
    if (finding.state !== 'known' || (finding.count === 0 && !chosen)) return [];
    const marks = kind.id === MARKED;
    const pressed = marks ? missedInk : chosen;
    const onPress = () => (marks ? useView.getState().toggle(MARKED) : toggleKind(kind.id));
    const chip = <LintChip kind={kind} finding={finding} pressed={pressed} icon={marks && <Eye />} onPress={onPress} />;
    return [{ id: kind.id, inUse: pressed, shown: chip }];
  });

  return (
    <fieldset ref={bar} aria-label="Findings" className={css.bar}>
      <div className={css.chips}>
        {items.length > 0 && <Folded items={items.map(apart)} />}
        {filter.length > 0 && <IconButton label="Clear filter" icon={<X />} size="small" onClick={clear} />}
      </div>
      {words !== '' && <p className={css.state}>{words}</p>}
    </fieldset>
  );
}

/** Shown on the image, and no filter of the list: it stands apart from these, behind them. */
const MARKED = 'missedInk';
const IN_THE_BAR = [...LINT_KINDS.filter(({ id }) => id !== MARKED), ...LINT_KINDS.filter(({ id }) => id === MARKED)];

/** A line between the filters and what is none, where there are both. */
function apart(item: FoldedItem, at: number): FoldedItem {
  return item.id === MARKED && at > 0 ? { ...item, shown: <span className={css.layer}>{item.shown}</span> } : item;
}

function toggleKind(id: LintId): void {
  const { filter, setFilter } = useView.getState();
  setFilter(filter.includes(id) ? filter.filter((one) => one !== id) : [...filter, id]);
}
