import { openSession, type Session } from '../workers/session.ts';
import type { CropsStart, PieceOfPixels, Sessions } from '../workers/sessions.ts';

/** Opens one worker; tests bring their own. */
export type OpenCrops = (start: CropsStart) => Session<'crops'>;

/** A few workers that make crops of one picture. */
export interface CropCrew {
  /** Pieces that are worth having under way at once. */
  readonly asksAtOnce: number;
  /**
   * Has crops made of what `read` gives. A worker that dies is replaced, and its questions asked once more, of a worker of its own each,
   * one after the other: then `read` is called again, for pixels go to the worker that is asked.
   * @throws JobFailed when that one failed too
   */
  make(read: () => Promise<readonly PieceOfPixels[]>): Promise<Sessions['crops']['answer']>;
  /** Ends all of them, and rejects what is under way. */
  close(): void;
}

interface Member {
  readonly session: Session<'crops'>;
  asked: number;
}

/** One core stays free for the page; two at least, for reading and encoding take turns in one. */
const MOST_WORKERS = Math.min(Math.max(navigator.hardwareConcurrency - 1, 2), 4);
/** One in work and one that waits for it. */
const ASKS_EACH = 2;

export function openCrew(start: CropsStart, open: OpenCrops = openWorker): CropCrew {
  const crew = new Set<Member>();
  let alone: Session<'crops'> | null = null;
  /** Settles when nobody is alone: however many questions died with their workers, there is one worker beside the crew. */
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** The one with the least to do; another is opened once all have something. */
  const pick = (): Member => {
    let least: Member | null = null;
    for (const worker of crew) if (!least || worker.asked < least.asked) least = worker;
    if (least && (least.asked === 0 || crew.size >= MOST_WORKERS)) return least;
    const worker = { session: open(forOne(start)), asked: 0 };
    crew.add(worker);
    return worker;
  };
  const refuseClosed = () => {
    if (closed) throw new DOMException('The page closed these workers.', 'AbortError');
  };

  const askOne = async (read: () => Promise<readonly PieceOfPixels[]>) => {
    const pieces = await read();
    refuseClosed();
    const worker = pick();
    worker.asked += 1;
    try {
      return await ask(worker.session, pieces);
    } catch (error) {
      crew.delete(worker);
      worker.session.close();
      throw error;
    } finally {
      worker.asked -= 1;
    }
  };
  const askAlone = async (read: () => Promise<readonly PieceOfPixels[]>) => {
    refuseClosed();
    const pieces = await read();
    refuseClosed();
    const session = open(forOne(start));
    alone = session;
    try {
      return await ask(session, pieces);
    } finally {
      alone = null;
      session.close();
    }
  };
  const askInTurn = (read: () => Promise<readonly PieceOfPixels[]>) => {
    const made = turn.then(() => askAlone(read));
    turn = made.catch(() => {});
    return made;
  };

  return {
    asksAtOnce: MOST_WORKERS * ASKS_EACH,
    async make(read) {
      try {
        return await askOne(read);
      } catch {
        refuseClosed();
        return askInTurn(read);
      }
    },
    close() {
      closed = true;
      for (const { session } of crew) session.close();
      alone?.close();
      crew.clear();
    },
  };
}

function ask(session: Session<'crops'>, pieces: readonly PieceOfPixels[]): Promise<Sessions['crops']['answer']> {
  return session.ask(pieces, { transfer: pieces.flatMap(({ rgba }) => rgba?.buffer ?? []) });
}

/** Frames of its own: they share their pixels, and moving them to a worker takes them from here. */
function forOne(start: CropsStart): CropsStart {
  return { ...start, bands: start.bands?.map((band) => ({ ...band, frame: band.frame.clone() })) ?? null };
}

function openWorker(start: CropsStart): Session<'crops'> {
  return openSession(
    'crops',
    start,
    (start.bands ?? []).map(({ frame }) => frame),
  );
}
