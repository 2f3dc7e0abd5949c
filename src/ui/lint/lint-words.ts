import { LINT_KINDS, type LintKind } from '../../core/lint/kinds.ts';
import type { Finding, Lint } from '../../core/lint/lint.ts';

/**
 * What is to be said beside the chips: what is under way, what could not be done, or that nothing was found.
 *
 * @param elsewhere what is low on levels that are not shown: `6 low in words`
 */
export function stateWords(lint: Lint, elsewhere: string | null = null): string {
  const kindsWith = (has: (finding: Finding) => boolean) => LINT_KINDS.filter(({ id }) => has(lint[id]));
  const coming = kindsWith(isComing);
  const failed = kindsWith(({ state }) => state === 'failed');
  const known = kindsWith(({ state }) => state === 'known');
  const found = kindsWith((finding) => finding.state === 'known' && finding.count > 0);
  const words: string[] = [];
  if (coming.length > 0) words.push(underWay(coming));
  else if (known.length > 0 && found.length === 0) words.push(nothingWords(known.length, elsewhere));
  else if (elsewhere !== null) words.push(`${elsewhere}.`);
  if (failed.length > 0) words.push(`Could not be checked: ${failed.map(({ name }) => name).join(', ')}.`);
  return words.join(' ');
}

function nothingWords(checks: number, elsewhere: string | null): string {
  return `${checks} ${checks === 1 ? 'check' : 'checks'}: ${elsewhere ?? 'nothing found'}.`;
}

function underWay(coming: readonly LintKind[]): string {
  const boxes = coming.some(({ needs }) => needs === 'neighbours');
  const ink = coming.some(({ needs }) => needs !== 'neighbours');
  if (boxes && ink) return 'Looking for ink and comparing boxes…';
  return boxes ? 'Comparing boxes…' : 'Looking for ink…';
}

function isComing(finding: Finding): boolean {
  return finding.state === 'coming' || (finding.state === 'known' && finding.earlier === true);
}
