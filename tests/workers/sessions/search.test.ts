import { describe, expect, it } from 'vitest';
import type { FoundInSlice } from '../../../src/core/inspection/folded-texts.ts';
import { packTexts } from '../../../src/core/inspection/packed-texts.ts';
import { openSearch } from '../../../src/workers/sessions/search.ts';

const COUNT = 300_000;
const columns = packTexts(Array.from({ length: COUNT }, (_, index) => `word ${index}`));

describe('the search in its worker', () => {
  it('tells what it found long before it is through, in order and each once', async () => {
    const { parts, answer } = await asked('WORD 1');
    expect(parts[0]?.searched).toBeLessThan(COUNT / 50);
    expect(parts.length).toBeLessThan(20);
    const found = [...parts.flatMap(({ texts }) => [...texts]), ...answer];
    expect(found).toHaveLength(1 + 10 + 100 + 1_000 + 10_000 + 100_000);
    expect(found.every((text, at) => at === 0 || text > (found[at - 1] ?? Infinity))).toBe(true);
  });

  it('stops soon after the page gave up', async () => {
    const host = await openSearch(columns);
    const giveUp = new AbortController();
    let last = 0;
    const asking = host.ask('WORD', {
      signal: giveUp.signal,
      tell: ({ searched }) => {
        last = searched;
        setTimeout(() => giveUp.abort(new Error('enough')));
      },
    });
    await expect(asking).rejects.toThrow('enough');
    expect(last).toBeLessThan(COUNT);
  });
});

async function asked(words: string) {
  const host = await openSearch(columns);
  const parts: FoundInSlice[] = [];
  const { answer } = await host.ask(words, {
    signal: new AbortController().signal,
    tell: (part) => parts.push(part),
  });
  return { parts, answer };
}
