import { useEffect, useMemo, useRef, useState } from 'react';
import type { FrameCheck } from '../core/frame-check/check.ts';
import type { Frame } from '../core/inspection/frame.ts';
import { FLAG, type RegionTable } from '../core/inspection/region-table.ts';
import type { InkReport } from '../core/lint/ink-report.ts';
import type { ImageView } from '../image/image-view.ts';
import { type EvidenceDesk, openEvidence } from './evidence-desk.ts';
import { JobFailed } from '../workers/job-failed.ts';
import { browserIsIdle } from './idle.ts';
import type { PageData } from './use-inspection.ts';

/** What the pixels of the image say of the rectangles. */
export interface Evidence {
  /** Of the rectangles as received, whatever frame is in use; null until it is known, or without image or rectangles. */
  readonly check: FrameCheck | null;
  /** Under the frame in use; null until it is known. What it said under an earlier frame is never shown. */
  readonly ink: InkReport | null;
  readonly status: 'nothing to check' | 'checking' | 'checked' | 'failed';
}

/** While a frame is dragged: asked again when it rests for this long. */
const REST_MS = 150;

/** Asks a worker, after the regions are drawn. The worker is there as long as image and rectangles are. */
export function useEvidence({ image, inspection, open }: Pick<PageData, 'image' | 'inspection' | 'open'>): Evidence {
  const { regions, frame } = inspection;
  const live = open.frame.from !== null;
  const wanted = useMemo(() => (hasBox(regions) ? image : null), [image, regions]);
  const desk = useRef<EvidenceDesk | null>(null);
  const [told, setTold] = useState(NOTHING_TOLD);

  useEffect(() => {
    if (!wanted) return undefined;
    const opened = openEvidence(wanted);
    desk.current = opened;
    return () => {
      opened.close();
      desk.current = null;
      // Not kept for an image that is gone: a report of a million rows is large.
      setTold(NOTHING_TOLD);
    };
  }, [wanted]);

  useEffect(() => {
    if (!wanted) return undefined;
    return asking(
      0,
      async (signal) => {
        const check = await desk.current?.check(regions, signal);
        if (check) setTold((before) => ({ ...before, check: { image: wanted, regions, check } }));
      },
      () => setTold((before) => ({ ...before, failed: { image: wanted, regions } })),
    );
  }, [wanted, regions]);

  useEffect(() => {
    if (!wanted) return undefined;
    return asking(
      live ? REST_MS : 0,
      async (signal) => {
        const ink = await desk.current?.ink(regions, frame, signal);
        if (ink) setTold((before) => ({ ...before, ink: { image: wanted, regions, frame, ink } }));
      },
      () => setTold((before) => ({ ...before, failed: { image: wanted, regions } })),
    );
  }, [wanted, regions, frame, live]);

  return useMemo(() => evidenceOf(told, wanted, regions, frame), [told, wanted, regions, frame]);
}

interface About {
  readonly image: ImageView;
  readonly regions: RegionTable;
}

/** Each with what it was said of: by the time it comes, the page may show something else. */
interface Told {
  readonly check: (About & { readonly check: FrameCheck }) | null;
  readonly ink: (About & { readonly frame: Frame; readonly ink: InkReport }) | null;
  readonly failed: About | null;
}

const NOTHING_TOLD: Told = { check: null, ink: null, failed: null };

function evidenceOf(told: Told, image: ImageView | null, regions: RegionTable, frame: Frame): Evidence {
  if (!image) return { check: null, ink: null, status: 'nothing to check' };
  const isOf = (about: About | null) => about?.image === image && about.regions === regions;
  const check = isOf(told.check) ? (told.check?.check ?? null) : null;
  const ink = isOf(told.ink) && told.ink?.frame === frame ? told.ink.ink : null;
  if (check && ink) return { check, ink, status: 'checked' };
  return { check, ink, status: isOf(told.failed) ? 'failed' : 'checking' };
}

/** Asks in a while, when the page has nothing else to do. Returns how to give up. */
function asking(afterMs: number, ask: (signal: AbortSignal) => Promise<void>, failed: () => void): () => void {
  const giveUp = new AbortController();
  const { signal } = giveUp;
  const timer = setTimeout(() => {
    browserIsIdle()
      .then(() => (signal.aborted ? undefined : ask(signal)))
      .catch((error: unknown) => {
        if (signal.aborted) return;
        failed();
        // The status says that a worker failed; anything else is a fault of the page.
        if (!(error instanceof JobFailed)) reportError(error);
      });
  }, afterMs);
  return () => {
    clearTimeout(timer);
    giveUp.abort();
  };
}

function hasBox({ flags }: RegionTable): boolean {
  return flags.some((flag) => (flag & (FLAG.refused | FLAG.noArea)) === 0);
}
