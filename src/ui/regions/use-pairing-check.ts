import { useSyncExternalStore } from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import type { PairingCheck } from '../../core/inspection/pairing-check.ts';
import type { PairingOffer } from '../../core/inspection/pairing-steps.ts';
import { pairingDesk } from '../../state/pairing-desk.ts';

/** Beyond so many rows the check waits until somebody looks at one of them. */
const UNASKED_UP_TO = 100_000;

/** What the lengths of the texts say of the pairing; null until it is known. Found in slices, when the page has nothing else to do. */
export function usePairingCheck(inspection: Inspection): PairingCheck | null {
  const { follow, check } = pairingDesk(inspection);
  return useSyncExternalStore(follow, check);
}

/** Where the texts seem to have moved, for the page as a whole; null for nowhere, or when that was dismissed. */
export function usePageOffer(inspection: Inspection): PairingOffer | null {
  const { follow, watch, check, isDismissed } = pairingDesk(inspection);
  // Texts that came with their boxes cannot be shifted against them.
  const { ownTexts } = inspection;
  const few = !ownTexts && Math.max(inspection.regions.count, inspection.texts.length) <= UNASKED_UP_TO;
  return useSyncExternalStore(few ? follow : watch, () =>
    ownTexts || isDismissed() ? null : (check()?.offer ?? null),
  );
}
