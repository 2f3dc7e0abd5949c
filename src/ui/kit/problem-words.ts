import type { Problem } from '../../core/problem.ts';

/** A problem as one or two sentences: what is wrong, then what to do. The same words stand at the field and in the list. */
export function problemWords({ where, what, todo }: Problem): string {
  const said = sentence(where === '' ? capitalised(what) : `${where}: ${what}`);
  return todo === undefined ? said : `${said} ${sentence(todo)}`;
}

function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?…]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
