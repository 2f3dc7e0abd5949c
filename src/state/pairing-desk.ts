import type { Inspection } from '../core/inspection/inspection.ts';
import type { Pairing } from '../core/inspection/pairing.ts';
import { checkPairing, type PairingCheck } from '../core/inspection/pairing-check.ts';

type Asked = Pick<Inspection, 'regions' | 'texts' | 'pairing'>;

/** What is known of one pairing, and what the person said to it. Gone with the pairing. */
export interface PairingDesk {
  /** null until it is known. */
  readonly check: () => PairingCheck | null;
  /** The offer is not to be shown again for as long as the pairing stays as it is. */
  readonly isDismissed: () => boolean;
  readonly dismiss: () => void;
  /** Tells of changes. */
  readonly watch: (told: () => void) => () => void;
  /** The same, and has the check made. It rests while nobody waits for it. */
  readonly follow: (told: () => void) => () => void;
}

/** By the pairing, which frame, search and selection leave as it is. */
const desks = new WeakMap<Pairing, Asked & { readonly desk: PairingDesk }>();

export function pairingDesk(inspection: Inspection): PairingDesk {
  const { regions, texts, pairing } = inspection;
  const known = desks.get(pairing);
  if (known?.regions === regions && known.texts === texts) return known.desk;
  const desk = newDesk(inspection);
  desks.set(pairing, { regions, texts, pairing, desk });
  return desk;
}

/** In one go, of a frame of the screen. */
const SLICE_MS = 6;

function newDesk(inspection: Inspection): PairingDesk {
  const listeners = new Set<() => void>();
  let work: Generator<void, PairingCheck> | null = checkPairing(inspection);
  let check: PairingCheck | null = null;
  let dismissed = false;
  let waiting = 0;
  let stop: (() => void) | null = null;

  const tell = () => {
    for (const told of listeners) told();
  };
  const slice = () => {
    const until = performance.now() + SLICE_MS;
    while (work) {
      const { done, value } = work.next();
      if (done === true) {
        work = null;
        check = value;
        tell();
        return;
      }
      if (performance.now() >= until) break;
    }
    stop = later(slice, SLICE_MS);
  };
  const watch = (told: () => void) => {
    listeners.add(told);
    return () => void listeners.delete(told);
  };
  return {
    check: () => check,
    isDismissed: () => dismissed,
    dismiss() {
      dismissed = true;
      tell();
    },
    watch,
    follow(told) {
      const unwatch = watch(told);
      waiting += 1;
      if (waiting === 1 && work) stop = whenIdle(slice);
      return () => {
        unwatch();
        waiting -= 1;
        if (waiting === 0) stop?.();
      };
    },
  };
}

/** Whoever steps through the list with a key held down is not kept waiting; a page that always animates is never idle. */
function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) return later(run, 100);
  const id = requestIdleCallback(run, { timeout: 1_000 });
  return () => cancelIdleCallback(id);
}

function later(run: () => void, after: number): () => void {
  const id = setTimeout(run, after);
  return () => clearTimeout(id);
}
