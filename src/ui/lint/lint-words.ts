import { LINT_KINDS, type LintKind } from '../../core/lint/kinds.ts';
import type { Lint } from '../../core/lint/lint.ts';

/** What is to be said beside the chips: what is under way, what could not be done, or that nothing was found. */
export function stateWords(lint: Lint): string {
  const of = (state: Lint[LintKind['id']]['state']) => LINT_KINDS.filter(({ id }) => lint[id].state === state);
  const coming = of('coming').map(underWay);
  const failed = of('failed').map(({ name }) => name);
  const known = of('known');
  const words: string[] = [];
  if (known.length > 0 && known.every(({ id }) => isNone(lint, id))) words.push(nothingWords(known.length));
  if (coming.length > 0) words.push(`${[...new Set(coming)].join(' and ')}…`);
  if (failed.length > 0) words.push(`Could not be checked: ${failed.join(', ')}.`);
  return words.join(' ');
}

function nothingWords(checks: number): string {
  return `${checks} ${checks === 1 ? 'check' : 'checks'}: nothing found.`;
}

function underWay({ needs }: LintKind): string {
  return needs === 'neighbours' ? 'Comparing boxes' : 'Looking for ink';
}

function isNone(lint: Lint, id: LintKind['id']): boolean {
  const finding = lint[id];
  return finding.state === 'known' && finding.count === 0;
}
