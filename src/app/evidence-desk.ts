import type { FrameCheck } from '../core/frame-check/check.ts';
import type { Frame } from '../core/inspection/frame.ts';
import type { RegionTable } from '../core/inspection/region-table.ts';
import { type InkReport, missedIn } from '../core/lint/ink-report.ts';
import type { ImageView } from '../image/image-view.ts';
import { reducedPicture } from '../image/reduced.ts';
import type { MissedInk } from '../ui/toolbar/view-toolbar.tsx';
import { openSession, type Session } from '../workers/session.ts';
import { browserIsIdle } from './idle.ts';
import type { Evidence } from './use-evidence.ts';

// Reached through `full-view.ts`: nothing is asked before regions are shown, and the first screen need not bring it.

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
  /** The rectangles that the session was given last; null: none, or they did not reach it. */
  given: Given | null;
}

interface Given {
  readonly regions: RegionTable;
  readonly sent: Promise<unknown>;
}

export function openEvidence({ source, orientation, size }: ImageView): EvidenceDesk {
  const over = new AbortController();
  let opened: Promise<Opened> | null = null;

  const open = async (): Promise<Opened> => {
    const picture = await reducedPicture(source, over.signal);
    const session = openSession('evidence', { picture, orientation, size }, [picture]);
    over.signal.addEventListener('abort', () => session.close());
    // Next, the rectangles are copied: of a million, 37 MB.
    await browserIsIdle();
    return { session, given: null };
  };

  /** The rectangles go ahead of the first question about them: 37 bytes a row, as a copy that is moved. */
  const giveRectangles = (desk: Opened, regions: RegionTable): Promise<unknown> => {
    if (desk.given?.regions === regions) return desk.given.sent;
    const received = regions.received.slice();
    const level = regions.level.slice();
    const parent = regions.parent.slice();
    const transfer = [received.buffer, level.buffer, parent.buffer];
    const sent = desk.session.ask({ kind: 'rectangles', received, level, parent }, { transfer });
    const given: Given = { regions, sent };
    desk.given = given;
    sent.catch(() => {
      if (desk.given === given) desk.given = null;
    });
    return sent;
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
      used = opened ??= open();
      const desk = await used;
      signal.throwIfAborted();
      // In one breath, and the worker answers of what it has when it is asked: no other rectangles come between the two.
      const [, answer] = await Promise.all([giveRectangles(desk, regions), ask(desk.session)]);
      return answer;
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

/** What the toolbar says of it. */
export function missedInkOf({ ink, lastInk }: Evidence): MissedInk | null {
  return lastInk && { ...missedIn(lastInk), earlier: ink === null };
}
