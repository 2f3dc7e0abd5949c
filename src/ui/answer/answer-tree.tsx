import { allExpanded, JsonView } from 'react-json-view-lite';
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

/** Loaded when somebody looks: most people never open it. */
export default function AnswerTree({ value }: { readonly value: object }) {
  return <JsonView data={value} style={LOOK} shouldExpandNode={allExpanded} />;
}
