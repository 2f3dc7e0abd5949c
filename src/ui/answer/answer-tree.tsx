import { allExpanded, JsonView } from 'react-json-view-lite';
import { useMemo, useState } from 'react';
import { Button } from '../kit/button.tsx';
import css from './answer-tree.module.css';

const LOOK = {
  container: css.tree ?? '',
  basicChildStyle: css.child ?? '',
  childFieldsContainer: css.children ?? '',
  label: css.label ?? '',
  clickableLabel: css.label ?? '',
  nullValue: css.other ?? '',
  undefinedValue: css.other ?? '',
  numberValue: css.number ?? '',
  stringValue: css.string ?? '',
  booleanValue: css.other ?? '',
  otherValue: css.other ?? '',
  punctuation: css.punctuation ?? '',
  collapseIcon: css.collapse ?? '',
  expandIcon: css.expand ?? '',
  collapsedContent: css.folded ?? '',
  noQuotesForStringValues: false,
  quotesForFieldNames: false,
};

/** Characters of a string that are shown at first. */
const SHOWN = 200;

/** Loaded when somebody looks: most people never open it. */
export default function AnswerTree({ value }: { readonly value: object }) {
  const [all, setAll] = useState(false);
  const { short, cut } = useMemo(() => shortened(value), [value]);
  return (
    <>
      {cut > 0 && (
        <p className={css.cut}>
          <span>{cut === 1 ? 'A long value is' : `${cut.toLocaleString('en')} long values are`} shortened.</span>
          <Button size="small" pressed={all} onClick={() => setAll(!all)}>
            Show all
          </Button>
        </p>
      )}
      <JsonView data={all ? value : short} style={LOOK} shouldExpandNode={allExpanded} />
    </>
  );
}

/** The same tree with the beginnings of its long strings: Base64 fills screens. */
function shortened(value: object): { readonly short: object; readonly cut: number } {
  let cut = 0;
  const short: unknown = JSON.parse(JSON.stringify(value), (_name, member: unknown) => {
    if (typeof member !== 'string' || member.length <= SHOWN * 1.5) return member;
    cut += 1;
    return `${member.slice(0, SHOWN)}… (${(member.length - SHOWN).toLocaleString('en')} more characters)`;
  });
  return { short: typeof short === 'object' && short !== null ? short : value, cut };
}
