import { useEffect, useMemo, useRef, useState } from 'react';
import type { FrameCheck } from '../core/frame-check/check.ts';
import type { Frame } from '../core/inspection/frame.ts';
import { FLAG, type RegionTable } from '../core/inspection/region-table.ts';
import type { InkReport } from '../core/lint/ink-report.ts';
import type { ImageView } from '../image/image-view.ts';
import { usePart } from '../ui/kit/part.ts';
import { JobFailed } from '../workers/job-failed.ts';
import type { EvidenceDesk } from './evidence-desk.ts';
import { browserIsIdle } from './idle.ts';
import { PARTS } from './parts.ts';
import type { PageData } from './use-inspection.ts';

/** What the pixels of the image say of the rectangles. */
export interface Evidence {
  /** Of the rectangles as received, whatever frame is in use; null until it is known, or without image or rectangles. */
  readonly check: FrameCheck | null;
  /** Under the frame in use; null until it is known. */
  readonly ink: InkReport | null;
  /**
   * `ink`; while that is being looked for, what was said of the same image and rectangles under an earlier frame. For what would
   * vanish and come back with each change of the frame; places on the image are not to be taken from it.
   */
  readonly lastInk: InkReport | null;
  readonly inkFailed: boolean;
  readonly status: 'nothing to check' | 'checking' | 'checked' | 'failed';
  /** Asks once more what failed. */
  readonly checkAgain: () => void;
}

/** While a frame is dragged: asked again when it rests for this long. */
const REST_MS = 150;

/** Asks a worker, after the regions are drawn. The worker is there as long as image and rectangles are. */
export function useEvidence({ image, inspection, open }: Pick<PageData, 'image' | 'inspection' | 'open'>): Evidence {
  const { regions, frame } = inspection;
  const live = open.frame.from !== null;
  const view = usePart(PARTS.fullView, false);
  const wanted = useMemo(() => (hasBox(regions) ? image : null), [image, regions]);
  const desk = useRef<EvidenceDesk | null>(null);
  const [told, setTold] = useState(NOTHING_TOLD);
  const [attempts, setAttempts] = useState({ check: 0, ink: 0 });
  const checking = useMemo<Question | null>(
    () => wanted && { image: wanted, regions, attempt: attempts.check },
    [wanted, regions, attempts.check],
  );
  const inking = useMemo<InkQuestion | null>(
    () => wanted && { image: wanted, regions, frame, attempt: attempts.ink },
    [wanted, regions, frame, attempts.ink],
  );

  useEffect(() => {
    if (!view || !wanted) return undefined;
    const opened = view.openEvidence(wanted);
    desk.current = opened;
    return () => {
      opened.close();
      desk.current = null;
      // Not kept for an image that is gone: a report of a million rows is large.
      setTold(NOTHING_TOLD);
    };
  }, [view, wanted]);

  useEffect(() => {
    if (!view || !checking) return undefined;
    return asking(
      0,
      async (signal) => {
        const check = await desk.current?.check(checking.regions, signal);
        if (check) setTold((before) => ({ ...before, check: { of: checking, check } }));
      },
      () => setTold((before) => ({ ...before, checkFailed: checking })),
    );
  }, [view, checking]);

  useEffect(() => {
    if (!view || !inking) return undefined;
    return asking(
      live ? REST_MS : 0,
      async (signal) => {
        const ink = await desk.current?.ink(inking.regions, inking.frame, signal);
        if (ink) setTold((before) => ({ ...before, ink: { of: inking, ink } }));
      },
      () => setTold((before) => ({ ...before, inkFailed: inking })),
    );
  }, [view, inking, live]);

  return useMemo(() => {
    const said = whatIsSaid(told, checking, inking);
    const checkAgain = () =>
      setAttempts(({ check, ink }) => ({
        check: check + Number(said.checkFailed),
        ink: ink + Number(said.inkFailed),
      }));
    return { ...said, status: statusOf(said, checking), checkAgain };
  }, [told, checking, inking]);
}

interface Question {
  readonly image: ImageView;
  readonly regions: RegionTable;
  /** Makes the same question another one when the person asks once more. */
  readonly attempt: number;
}

interface InkQuestion extends Question {
  readonly frame: Frame;
}

/** Each with what it was said of: by the time it comes, the page may show something else. */
interface Told {
  readonly check: { readonly of: Question; readonly check: FrameCheck } | null;
  readonly ink: { readonly of: InkQuestion; readonly ink: InkReport } | null;
  /** The very question that failed: one that starts anew has not. */
  readonly checkFailed: Question | null;
  readonly inkFailed: InkQuestion | null;
}

const NOTHING_TOLD: Told = { check: null, ink: null, checkFailed: null, inkFailed: null };

type Said = Pick<Evidence, 'check' | 'ink' | 'lastInk' | 'inkFailed'> & { readonly checkFailed: boolean };

function whatIsSaid(told: Told, checking: Question | null, inking: InkQuestion | null): Said {
  const inkFailed = inking !== null && told.inkFailed === inking;
  const earlier = isOfSame(told.ink?.of, inking) ? told.ink : null;
  const ink = earlier?.of.frame === inking?.frame ? (earlier?.ink ?? null) : null;
  return {
    check: isOfSame(told.check?.of, checking) ? (told.check?.check ?? null) : null,
    ink,
    lastInk: ink ?? (inkFailed ? null : (earlier?.ink ?? null)),
    checkFailed: checking !== null && told.checkFailed === checking,
    inkFailed: inkFailed && ink === null,
  };
}

function isOfSame(one: Question | undefined, other: Question | null): boolean {
  return one !== undefined && one.image === other?.image && one.regions === other.regions;
}

function statusOf({ check, ink, checkFailed, inkFailed }: Said, asked: Question | null): Evidence['status'] {
  if (!asked) return 'nothing to check';
  if (check && ink) return 'checked';
  return checkFailed || (check && inkFailed) ? 'failed' : 'checking';
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
