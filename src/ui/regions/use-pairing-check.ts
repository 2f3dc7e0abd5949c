import { useEffect, useState } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import type { Pairing } from '../../core/inspection/pairing.ts';
import { checkPairing, type PairingCheck } from '../../core/inspection/pairing-check.ts';

type Asked = Pick<Inspection, 'regions' | 'texts' | 'pairing'>;
interface Known extends Pick<Asked, 'regions' | 'texts'> {
  readonly check: PairingCheck;
}

/** By the pairing, which frame, search and selection leave as it is. */
const checked = new WeakMap<Pairing, Known>();
/** In one go, of a frame of the screen. */
const SLICE_MS = 6;

/** What the lengths of the texts say of the pairing; null until it is known. Found in slices, when the page has nothing else to do. */
export function usePairingCheck(inspection: Inspection): PairingCheck | null {
  const [, setFound] = useState<PairingCheck | null>(null);
  const { regions, texts, pairing } = inspection;
  const known = knownOf(inspection);
  useEffect(() => {
    if (knownOf({ regions, texts, pairing })) return undefined;
    return inSlices(checkPairing(inspection), (check) => {
      checked.set(pairing, { regions, texts, check });
      setFound(check);
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the rest of the inspection has no part in it
  }, [regions, texts, pairing]);
  return known;
}

function knownOf({ regions, texts, pairing }: Asked): PairingCheck | null {
  const known = checked.get(pairing);
  return known?.regions === regions && known.texts === texts ? known.check : null;
}

/** Runs it to its end between other things; the answer stops it. */
function inSlices<Result>(work: Generator<void, Result>, done: (result: Result) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined = undefined;
  const slice = () => {
    const until = performance.now() + SLICE_MS;
    for (;;) {
      const { done: ended, value } = work.next();
      if (ended === true) {
        done(value);
        return;
      }
      if (performance.now() >= until) break;
    }
    timer = setTimeout(slice, SLICE_MS);
  };
  // Whoever steps through the list with a key held down is not kept waiting.
  timer = setTimeout(slice, 100);
  return () => clearTimeout(timer);
}
