import { foldedTexts, type FoundInSlice } from '../core/inspection/folded-texts.ts';
import { columnsOf, packedTextBuffers } from '../core/inspection/packed-texts.ts';
import { rowsOfTexts } from '../core/inspection/text-rows.ts';
import type { Texts } from '../core/inspection/texts.ts';
import { JobFailed } from '../workers/job-failed.ts';
import { openSession, type Session } from '../workers/session.ts';

export interface TextSearch {
  /** Tells what it finds, in ascending order of the texts. Resolves when all are searched; rejects when the signal aborts. */
  readonly find: (words: string, signal: AbortSignal, tell: (part: FoundInSlice) => void) => Promise<void>;
  readonly close: () => void;
}

/** Searches many texts in a worker, which gets a copy of them and keeps it folded. Whoever opens it closes it. */
export function openTextSearch(texts: Texts): TextSearch {
  const session = openedSession(texts);
  const here = foldedTexts(rowsOfTexts(texts));

  return {
    async find(words, signal, tell) {
      try {
        if (!session) {
          await findHere(words, signal, tell);
          return;
        }
        const rest = await session.ask(words, { signal, onPart: tell });
        tell({ texts: rest, searched: texts.length });
      } catch (error) {
        if (signal.aborted || !(error instanceof JobFailed)) throw error;
        await findHere(words, signal, tell);
      }
    },
    close: () => session?.close(),
  };

  /** Without a worker, or where it had no memory: slower, and the page breathes after every slice. */
  async function findHere(words: string, signal: AbortSignal, tell: (part: FoundInSlice) => void): Promise<void> {
    for (const part of here.search(words)) {
      tell(part);
      // eslint-disable-next-line no-await-in-loop -- one slice after the other
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
  }
}

/** null: the browser gives no worker, or no memory for the copy. */
function openedSession(texts: Texts): Session<'search'> | null {
  try {
    const { count, units, starts, missing } = columnsOf(texts);
    // A copy that is moved: a clone would be copied several times on its way.
    const copy = { count, units: units.slice(), starts: starts.slice(), missing: missing.slice() };
    return openSession('search', copy, packedTextBuffers(copy));
  } catch {
    return null;
  }
}
