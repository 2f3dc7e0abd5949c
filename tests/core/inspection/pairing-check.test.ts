import { describe, expect, it } from 'vitest';
import { shiftedBy } from '../../../src/core/inspection/pair.ts';
import { checkPairing, type PairingCheck } from '../../../src/core/inspection/pairing-check.ts';
import { PAIR_BY_POSITION, type PairingChoice } from '../../../src/core/inspection/pairing.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { inspectionOf } from '../../ui/support/inspections.ts';
import { type DrawnPage, drawnPage, MUTE_KINDS, mutePage, PAGE_KINDS, type Random, randomOf } from './drawn-pages.ts';

describe('an offer to move the texts', () => {
  it('is never made for a right pairing, of 1,000 pages', { timeout: 30_000 }, () => {
    const doubted: string[] = [];
    for (const kind of PAGE_KINDS)
      for (let seed = 0; seed < 125; seed += 1) {
        const random = randomOf(seed * 7919 + 13);
        const page = drawnPage(kind, 12 + Math.floor(random() ** 2 * 400), random);
        if (checked(page).offer) doubted.push(`${kind} ${seed}`);
      }
    expect(doubted).toEqual([]);
  });

  it('is not made where boxes say nothing of their texts', () => {
    const doubted: string[] = [];
    for (const kind of MUTE_KINDS)
      for (let seed = 0; seed < 60; seed += 1) {
        const random = randomOf(seed * 77 + 5);
        const page = mutePage(kind, 12 + Math.floor(random() ** 2 * 500), random);
        if (checked(page).offer) doubted.push(`${kind} ${seed}`);
      }
    expect(doubted).toEqual([]);
  });

  it(
    'is found in 95 of 100 pages with 30 regions or more behind the step, within a few regions',
    { timeout: 30_000 },
    () => {
      let found = 0;
      const all = PAGE_KINDS.length * 40;
      for (const kind of PAGE_KINDS)
        for (let seed = 0; seed < 40; seed += 1) {
          const random = randomOf(seed * 57 + 3);
          const count = 40 + Math.floor(random() ** 2 * 300);
          const page = drawnPage(kind, count, random);
          const row = Math.floor(random() * (count - 32));
          const step = [1, -1, 1, -1, 1, -1, 2, -2, 3, -3][seed % 10] ?? 1;
          const { offer } = checked({ ...page, texts: slipped(page.texts, row, step, random) });
          if (offer && offer.by * offer.times === step && Math.abs(offer.row - row) <= 6) found += 1;
        }
      expect(found).toBeGreaterThanOrEqual(Math.ceil(all * 0.95));
    },
  );

  it('taken leaves nothing to offer, one after the other where texts slipped at several places', () => {
    const random = randomOf(4);
    const page = drawnPage('lines', 200, random);
    const texts = slipped(slipped(page.texts, 120, -1, random), 40, 1, random);
    let choice = PAIR_BY_POSITION;
    const steps: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const { offer } = checked({ ...page, texts }, choice);
      if (!offer) break;
      steps.push(offer.by * offer.times);
      choice = shiftedBy(choice, offer.row, offer.by, offer.times);
    }
    expect(steps).toEqual([1, -1]);
    const { textOfRow } = inspection({ ...page, texts }, choice).pairing;
    const wrong = page.texts.filter((text, row) => text !== texts[textOfRow[row] ?? -1]);
    expect(wrong.length).toBeLessThan(8);
  });

  it('follows the request where its order pairs the texts', () => {
    const random = randomOf(9);
    const page = drawnPage('lines', 90, random);
    const order = page.boxes.map((_, row) => 89 - row);
    const texts = slipped(page.texts.toReversed(), 30, 1, random);
    const byOrder = { ...inspection({ ...page, texts }), order };
    const textOfRow = Int32Array.from(page.boxes, (_, row) => (89 - row < texts.length ? 89 - row : -1));
    const pairing = { ...byOrder.pairing, choice: { by: 'order', shifts: [] } as const, textOfRow };
    const { offer } = ended({ ...byOrder, pairing });
    expect(offer).toMatchObject({ by: 1, times: 1 });
    expect(Math.abs((offer?.row ?? 0) - 59)).toBeLessThan(5);
  });

  it('is not made of one merged text or of a handful', () => {
    const page = drawnPage('lines', 40, randomOf(1));
    expect(checked({ ...page, texts: ['all of it'] }).offer).toBeNull();
    expect(checked({ boxes: page.boxes.slice(0, 8), texts: page.texts.slice(1, 8) }).offer).toBeNull();
  });
});

describe('a text that does not suit its box', () => {
  it('is told as long or short, and its neighbours are not', () => {
    const page = drawnPage('lines', 60, randomOf(21));
    const texts = page.boxes.map(([x1, y1, x2, y2]) => 'n'.repeat(Math.ceil((x2 - x1) / (y2 - y1)) * 2));
    const { oddText } = checked({
      ...page,
      texts: texts.with(10, 'n'.repeat(900)).with(20, texts[20]?.slice(0, 1) ?? ''),
    });
    expect([9, 10, 11, 20].map(oddText)).toEqual([null, 'long', null, 'short']);
  });
});

function inspection({ boxes, texts }: DrawnPage, pairing: PairingChoice = PAIR_BY_POSITION): Inspection {
  return inspectionOf({ rectangles: boxes, texts, pairing });
}

function checked(page: DrawnPage, choice?: PairingChoice): PairingCheck {
  return ended(inspection(page, choice));
}

function ended(what: Inspection): PairingCheck {
  const work = checkPairing(what);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** From a row on the texts come early (their first are lost) or late (others came between). */
function slipped(texts: readonly string[], row: number, step: number, random: Random): string[] {
  if (step > 0) return texts.toSpliced(row, step);
  return texts.toSpliced(row, 0, ...Array.from({ length: -step }, () => 'x'.repeat(1 + Math.floor(random() * 20))));
}
