import { bashWords } from './bash-words.ts';
import { cmdWords } from './cmd-words.ts';
import { powershellWords } from './powershell-words.ts';
import { TooManyWords } from './words.ts';

/** Whose quoting a command was written in. */
export type Shell = 'bash' | 'cmd' | 'powershell';

/**
 * The words of a command as its program would get them, over all its lines. A line end is white space, continued or not:
 * pasted commands lose their continuation marks. Never throws; an open quote runs to the end. null: it has more words, or
 * more quotes in them, than any command.
 */
export function shellWords(command: string, shell: Shell): readonly string[] | null {
  try {
    return wordsIn(command, shell);
  } catch (cause) {
    if (cause instanceof TooManyWords) return null;
    throw cause;
  }
}

function wordsIn(command: string, shell: Shell): readonly string[] {
  switch (shell) {
    case 'bash':
      return bashWords(command);
    case 'cmd':
      return cmdWords(command);
    case 'powershell':
      return powershellWords(command);
  }
}

/** The shells in which a command may have been written, the likeliest first. */
export function likelyShells(command: string): readonly Shell[] {
  if (/`[ \t]*\r?\n|^[ \t]*(?:Invoke-|iwr\b|irm\b)|\bcurl\.exe\b|@\{/im.test(command))
    return ['powershell', 'bash', 'cmd'];
  return /\^[ \t]*\r?\n|\^"/.test(command) ? ['cmd', 'bash', 'powershell'] : ['bash', 'cmd', 'powershell'];
}
