import { useEffect, useMemo, useState } from 'react';
import { currentInspection, type OpenInspection, useInspections } from '../state/inspections.ts';
import type { TakenImage } from './result-files.ts';

/** By the key of the inspection. */
type Taken = Readonly<Record<string, TakenImage>>;

/** The file of an answer that is the image of the open inspection, and what remembers another one of it. */
export function useTakenImage(): readonly [TakenImage | null, (taken: TakenImage) => void] {
  const key = useInspections((state) => currentInspection(state).key);
  const [all, setAll] = useState<Taken>({});
  // A file holds its whole answer: it is let go with its inspection, and when another image is there.
  useEffect(() => useInspections.subscribe(({ list }) => setAll((before) => stillShown(before, list))), []);
  return useMemo(() => [all[key] ?? null, (taken) => setAll((before) => ({ ...before, [key]: taken }))], [all, key]);
}

function stillShown(taken: Taken, list: readonly OpenInspection[]): Taken {
  const isHeld = (key: string, { file }: TakenImage) =>
    list.some((one) => one.key === key && (one.image?.file === file || one.waiting?.image?.file === file));
  const held = Object.entries(taken).filter(([key, one]) => isHeld(key, one));
  return held.length === Object.keys(taken).length ? taken : Object.fromEntries(held);
}
