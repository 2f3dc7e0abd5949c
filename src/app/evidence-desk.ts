import type { FrameCheck } from '../core/frame-check/check.ts';
import type { Frame } from '../core/inspection/frame.ts';
import type { RegionTable } from '../core/inspection/region-table.ts';
import type { InkReport } from '../core/lint/ink-report.ts';
import type { ImageView } from '../image/image-view.ts';
import { reducedPicture } from '../image/reduced.ts';
import { openSession, type Session } from '../workers/session.ts';

/** Where one picture is asked about. Its worker starts with the first question; after a failure, anew with the next. */
export interface EvidenceDesk {
  /** @throws JobFailed when the worker could not; the signal's reason when aborted */
  check(regions: RegionTable, signal: AbortSignal): Promise<FrameCheck>;
  /** Under `frame`, from received to image pixels. Throws as `check`. */
  ink(regions: RegionTable, frame: Frame, signal: AbortSignal): Promise<InkReport>;
  close(): void;
}

interface Opened {
  readonly session: Session<'evidence'>;
  /** What the session has the rectangles of. */
  regions: RegionTable | null;
}

export function openEvidence({ source, orientation, size }: ImageView): EvidenceDesk {
  const over = new AbortController();
  let opened: Promise<Opened> | null = null;

  const open = async (): Promise<Opened> => {
    const picture = await reducedPicture(source, over.signal);
    const session = openSession('evidence', { picture, orientation, size }, [picture]);
    over.signal.addEventListener('abort', () => session.close());
    return { session, regions: null };
  };

  /** The rectangles go ahead of the first question about them: 32 bytes a row, as a copy that is moved. */
  const sessionWith = async (regions: RegionTable): Promise<Session<'evidence'>> => {
    const desk = await (opened ??= open());
    if (desk.regions !== regions) {
      desk.regions = regions;
      const received = regions.received.slice();
      // What went wrong is told to whoever asks about them.
      desk.session.ask({ kind: 'rectangles', received }, { transfer: [received.buffer] }).catch(() => undefined);
    }
    return desk.session;
  };

  const giveUp = async (failed: Promise<Opened> | null) => {
    if (opened !== failed) return;
    opened = null;
    (await failed?.catch(() => null))?.session.close();
  };

  const asked = async <T>(
    regions: RegionTable,
    signal: AbortSignal,
    ask: (session: Session<'evidence'>) => Promise<T>,
  ) => {
    let used: Promise<Opened> | null = null;
    try {
      const session = sessionWith(regions);
      used = opened;
      const ready = await session;
      signal.throwIfAborted();
      return await ask(ready);
    } catch (error) {
      if (!signal.aborted) await giveUp(used);
      throw error;
    }
  };

  return {
    check: (regions, signal) =>
      asked(regions, signal, async (session) => {
        const answer = await session.ask({ kind: 'check' }, { signal });
        if (answer.kind !== 'check') throw new TypeError('The worker answered another question.');
        return answer.check;
      }),
    ink: (regions, frame, signal) =>
      asked(regions, signal, async (session) => {
        const answer = await session.ask({ kind: 'ink', frame }, { signal });
        if (answer.kind !== 'ink') throw new TypeError('The worker answered another question.');
        return answer.ink;
      }),
    close: () => over.abort(new DOMException('The page closed the image.', 'AbortError')),
  };
}
