import { Eye, X } from 'lucide-react';
import { useRef } from 'react';
import { LINT_KINDS, type LintId } from '../../core/lint/kinds.ts';
import type { Lint } from '../../core/lint/lint.ts';
import { useView } from '../../state/view-store.ts';
import { IconButton } from '../kit/icon-button.tsx';
import { placeFocus } from '../kit/place-focus.ts';
import { LintChip } from './lint-chip.tsx';
import css from './lint-bar.module.css';
import { stateWords } from './lint-words.ts';

/** Group **Findings**: what may be wrong with the result at a glance. Each kind narrows the list to it, several to any of them. */
export function LintBar({ lint }: { readonly lint: Lint }) {
  const filter = useView((view) => view.filter);
  const missedInk = useView((view) => view.missedInk);
  const bar = useRef<HTMLFieldSetElement>(null);
  const words = stateWords(lint);

  const clear = () => {
    useView.getState().setFilter([]);
    // The button that was pressed goes away.
    const first = bar.current?.querySelector<HTMLElement>('button');
    if (first) placeFocus(first);
  };

  return (
    <fieldset ref={bar} aria-label="Findings" className={css.bar}>
      {LINT_KINDS.map((kind) => {
        const finding = lint[kind.id];
        const chosen = filter.includes(kind.id);
        if (finding.state !== 'known' || (finding.count === 0 && !chosen)) return null;
        const marks = kind.id === 'missedInk';
        return (
          <LintChip
            key={kind.id}
            kind={kind}
            finding={finding}
            pressed={marks ? missedInk : chosen}
            icon={marks && <Eye />}
            onPress={() => (marks ? useView.getState().toggle('missedInk') : toggleKind(kind.id))}
          />
        );
      })}
      {filter.length > 0 && <IconButton label="Clear filter" icon={<X />} size="small" onClick={clear} />}
      {words !== '' && <p className={css.state}>{words}</p>}
    </fieldset>
  );
}

function toggleKind(id: LintId): void {
  const { filter, setFilter } = useView.getState();
  setFilter(filter.includes(id) ? filter.filter((one) => one !== id) : [...filter, id]);
}
