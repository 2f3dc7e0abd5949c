import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { FoundInSlice } from '../core/inspection/folded-texts.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { allItems } from '../core/inspection/listed.ts';
import { itemsFound, searchItems, type Wanted, wantedOf } from '../core/inspection/search.ts';
import { textAt, type Texts } from '../core/inspection/texts.ts';
import { openTextSearch, type TextSearch } from './text-search.ts';

export interface Matches {
  /** Items that the search leaves, ascending; all without a search. What an earlier search left stays until this one finds something. */
  readonly matches: Uint32Array;
  /** `matches` are those of a search. */
  readonly searching: boolean;
  /** Share of the texts that is searched, 0 to 1, while there are more to search; null when `matches` holds all. */
  readonly running: number | null;
}

/** Up to here a search takes less than a frame, and is done in the same one. */
const INLINE_TEXTS = 20_000;
const INLINE_CHARACTERS = 2_000_000;

/** What the search leaves of an inspection. Few texts are searched at once, many in a worker whose results are shown as they come. */
export function useMatches(inspection: Inspection, search: string): Matches {
  const query = useDeferredValue(search);
  const wanted = useMemo(() => wantedOf(query), [query]);
  const elsewhere = wanted !== null && !wanted.numberOnly && areMany(inspection.texts);
  const latest = useDeferredValue(useFound(inspection.texts, elsewhere ? wanted : null));
  const found = latest.of === inspection.texts ? latest : NOTHING_FOUND;

  const matches = useMemo(() => {
    if (!elsewhere) return searchItems(inspection, query);
    return found.shown ? itemsFound(inspection, found.shown.wanted, found.shown.texts) : allItems(inspection.itemCount);
  }, [inspection, query, elsewhere, found.shown]);
  const searched = found.asked === wanted ? found.searched / inspection.texts.length : 0;
  const running = elsewhere && searched < 1 ? searched : null;
  return { matches, searching: elsewhere ? found.shown !== null : wanted !== null, running };
}

interface Found {
  readonly of: Texts | null;
  readonly asked: Wanted | null;
  /** Of `asked`: how many texts were looked at. */
  readonly searched: number;
  /** Text indices in parts, by what was asked last that found anything: a search with no answer yet does not empty the list. */
  readonly shown: { readonly wanted: Wanted; readonly texts: readonly Uint32Array[] } | null;
}

const NOTHING_FOUND: Found = { of: null, asked: null, searched: 0, shown: null };

/** null: nothing is searched for in these texts. */
function useFound(texts: Texts, wanted: Wanted | null): Found {
  const [found, setFound] = useState(NOTHING_FOUND);
  // The next search begins with everything, as the person sees it, and not with what one before left.
  if (!wanted && found.shown) setFound(NOTHING_FOUND);
  /** Kept over many questions: the texts are copied and folded once. */
  const open = useRef<{ readonly texts: Texts; readonly search: TextSearch } | null>(null);

  useEffect(() => {
    if (open.current && open.current.texts !== texts) {
      open.current.search.close();
      open.current = null;
    }
    if (!wanted) return undefined;
    const giveUp = new AbortController();
    open.current ??= { texts, search: openTextSearch(texts) };
    open.current.search
      .find(wanted.words, giveUp.signal, (part) => setFound((before) => withPart(before, texts, wanted, part)))
      .catch((error: unknown) => {
        if (!giveUp.signal.aborted) reportError(error);
      });
    return () => giveUp.abort();
  }, [texts, wanted]);

  useEffect(
    () => () => {
      open.current?.search.close();
      open.current = null;
    },
    [],
  );
  return found;
}

function withPart(before: Found, of: Texts, wanted: Wanted, { texts, searched }: FoundInSlice): Found {
  const shown = before.of === of ? before.shown : null;
  const earlier = shown?.wanted === wanted ? shown.texts : [];
  const together = texts.length > 0 ? [...earlier, texts] : earlier;
  const tells = together.length > 0 || searched === of.length;
  return { of, asked: wanted, searched, shown: tells ? { wanted, texts: together } : shown };
}

function areMany(texts: Texts): boolean {
  if (texts.length > INLINE_TEXTS) return true;
  const known = many.get(texts);
  if (known !== undefined) return known;
  let characters = 0;
  for (let index = 0; index < texts.length && characters <= INLINE_CHARACTERS; index += 1)
    characters += textAt(texts, index)?.length ?? 0;
  many.set(texts, characters > INLINE_CHARACTERS);
  return characters > INLINE_CHARACTERS;
}

const many = new WeakMap<Texts, boolean>();
