import { useCallback, useEffect, useMemo, useState } from 'react';
import { selectOnly } from '../../core/inspection/selection.ts';
import type { Problem } from '../../core/problem.ts';
import { entryAtByte, placeOfEntry } from '../../core/wire/entry-places.ts';
import { pathOf, placeInAnswer, placeInEntry } from '../../core/wire/problem-place.ts';
import {
  decodedOfBody,
  decodedOfCharacter,
  NOWHERE,
  placesOfDecoded,
  wholeEntry,
  type WireEntry,
  type WirePlaces,
} from '../../core/wire/wire-entry.ts';
import { itemOfSource, rowsOfEntry, sourceOfItem } from '../../core/wire/wire-items.ts';
import { useView } from '../../state/view-store.ts';
import type { WireLinks, WireSession } from './wire-session.ts';

/** Two kinds of place: of the chosen region, and of a mistake that was asked for. */
export interface WireShown {
  /** Index in `results`; -1: none is open. */
  readonly index: number;
  readonly item: WirePlaces;
  readonly fault: WirePlaces;
  /** What was chosen last, to be brought into sight. */
  readonly goTo: 'item' | 'fault';
}

export interface Wire extends WireShown {
  readonly entry: WireEntry | null;
  readonly entries: number;
  /** Boxes of a large entry are being looked for. */
  readonly working: boolean;
  readonly pickAnswer: (byte: number) => void;
  readonly pickBase64: (character: number) => void;
  readonly pickDecoded: (byte: number) => void;
  readonly showProblem: (problem: Problem) => void;
  /** Chooses the region after (+1) or before (-1) the one that is chosen. */
  readonly step: (by: 1 | -1) => void;
}

interface Kept extends WireShown {
  /** The item that `item` is the place of. */
  readonly of: number | null;
  readonly session: WireSession;
}

const FIRST: WireShown = { index: 0, item: NOWHERE, fault: NOWHERE, goTo: 'item' };

/** Joins the panes, the mistakes and the selection of the page: choosing one marks the others. */
export function useWire(session: WireSession, links: WireLinks | null): Wire {
  const active = useView((view) => view.selection.active);
  const [kept, setKept] = useState<Kept>({ ...FIRST, of: null, session });
  // While the dialog is open another answer may come: what was marked in the one before has no place in it.
  const shown = kept.session === session ? kept : { ...FIRST, of: null, session };
  const show = useCallback(
    (next: (before: Kept) => Partial<Kept>) =>
      setKept((before) => {
        const at = before.session === session ? before : { ...FIRST, of: null, session };
        return { ...at, ...next(at) };
      }),
    [session],
  );

  const source = useMemo(() => {
    const found = links && active !== null ? sourceOfItem(links.inspection, links.kind, active) : null;
    return found && placeOfEntry(session.places, found.entry) ? found : null;
  }, [session, links, active]);
  // The selection is the page's: wherever it was made, it is marked here.
  useEffect(() => {
    const entry = source && session.entry(source.entry);
    if (!links || !source || !entry) return undefined;
    let current = true;
    const mark = async () => {
      const { box } = source;
      const boxes = box === null ? null : await session.boxes(source.entry, links.inspection);
      if (!current) return;
      const span = box === null ? null : (boxes?.spanOf(box) ?? null);
      show((before) => ({
        of: active,
        index: source.entry,
        item: span ? placesOfDecoded(entry, span) : wholeEntry(entry),
        fault: before.index === source.entry ? before.fault : NOWHERE,
        goTo: before.goTo === 'fault' && before.index === source.entry ? 'fault' : 'item',
      }));
    };
    void mark();
    return () => {
      current = false;
    };
  }, [session, links, source, active, show]);

  const choose = useCallback(
    async (index: number, byte: number) => {
      show((before) => ({ index, item: itemIn(before, index), fault: NOWHERE, goTo: 'item' }));
      if (!links) return;
      const hasBoxes = links.inspection.regionSource === links.kind;
      const boxes = hasBoxes ? await session.boxes(index, links.inspection) : null;
      const source = { entry: index, box: boxes ? boxes.itemAt(byte) : null };
      const item = itemOfSource(links.inspection, links.kind, source);
      if (item !== null) useView.getState().select(selectOnly(item));
    },
    [session, links, show],
  );

  const entry = session.entry(shown.index);
  const showProblem = async (problem: Problem) => {
    const path = pathOf(problem);
    if (!path) return;
    const index = path.entry ?? -1;
    const at = session.entry(index);
    if (!at) {
      const answer = path.entry === null ? placeInAnswer(problem, session.raw) : null;
      show(() => ({ fault: { ...NOWHERE, answer: answer ?? { from: 0, to: session.raw.length } }, goTo: 'fault' }));
      return;
    }
    const row = links && rowOfProblem(links, problem, path.items, index);
    const boxes = links && row !== null ? await session.boxes(index, links.inspection) : null;
    const span = links && row !== null ? boxes?.spanOf(row - rowsOfEntry(links.inspection, index).from) : null;
    const fault = span ? placesOfDecoded(at, span) : placeInEntry(problem, at);
    show((before) => ({ index, item: itemIn(before, index), fault, goTo: 'fault' }));
    const item = row ?? (links && itemOfText(links, index));
    if (item !== null) useView.getState().select(selectOnly(item));
  };

  return {
    index: shown.index,
    item: shown.of === active ? shown.item : NOWHERE,
    fault: shown.fault,
    goTo: shown.goTo,
    entry,
    entries: session.places.count,
    working: source !== null && shown.of !== active,
    pickAnswer: (byte) => {
      const index = entryAtByte(session.places, byte);
      const picked = session.entry(index);
      if (picked) void choose(index, decodedOfBody(picked, byte));
    },
    pickBase64: (character) => entry && void choose(shown.index, decodedOfCharacter(entry, character)),
    pickDecoded: (byte) => void choose(shown.index, byte),
    showProblem: (problem) => void showProblem(problem),
    step: (by) => {
      const last = (links?.inspection.itemCount ?? 0) - 1;
      if (last < 0) return;
      const next = active === null ? (by > 0 ? 0 : last) : Math.min(Math.max(active + by, 0), last);
      show(() => ({ goTo: 'item' }));
      useView.getState().select(selectOnly(next));
    },
  };
}

/** The item of an entry that is a text; boxes are only chosen one by one. */
function itemOfText({ inspection, kind }: WireLinks, entry: number): number | null {
  return inspection.regionSource === kind ? null : itemOfSource(inspection, kind, { entry, box: null });
}

function itemIn({ index, item }: WireShown, wanted: number): WirePlaces {
  return index === wanted ? item : NOWHERE;
}

/** The row that a problem speaks of: the one that has it, or in a list of rectangles the one that its path counts to. */
function rowOfProblem(
  { inspection, kind }: WireLinks,
  { where, what }: Problem,
  items: readonly number[],
  index: number,
): number | null {
  if (inspection.regionSource !== kind) return null;
  for (const [row, problems] of inspection.regionProblems) {
    if (problems.some((one) => one.what === what && one.where !== '' && where.endsWith(one.where))) return row;
  }
  const { from, to } = rowsOfEntry(inspection, index);
  const [only = 0] = items;
  return !inspection.ownTexts && items.length === 1 && from + only < to ? from + only : null;
}
