import { expect, test } from 'vitest';
import { openCrew } from '../../src/files/crop-crew.ts';
import type { Session } from '../../src/workers/session.ts';
import type { CropsStart } from '../../src/workers/sessions.ts';

const START: CropsStart = { bands: null, orientation: 1, format: 'png', colourChunks: new Uint8Array(0) };
const MADE = { bytes: new Uint8Array(0), crops: [] };

/** Workers of which the first `dying` die with the first question that they work on, and take those that wait along. */
function workers(dying: number) {
  let opened = 0;
  let most = 0;
  const alive = new Set<Session<'crops'>>();
  const open = (): Session<'crops'> => {
    const dies = (opened += 1) <= dying;
    const closing = new AbortController();
    const session: Session<'crops'> = {
      ask: () =>
        new Promise((resolve, reject) => {
          closing.signal.addEventListener('abort', () => reject(new Error('closed')));
          setTimeout(() => (dies ? reject(new Error('died')) : resolve(MADE)), 1);
        }),
      close: () => {
        alive.delete(session);
        closing.abort();
      },
    };
    alive.add(session);
    most = Math.max(most, alive.size);
    return session;
  };
  return { open, alive, most: () => most, opened: () => opened };
}

test('when every worker of the crew dies, its questions are asked again by one worker at a time', async () => {
  const size = openCrew(START, workers(0).open).asksAtOnce / 2;
  const { open, alive, most, opened } = workers(size);
  const crew = openCrew(START, open);
  const made = await Promise.all(Array.from({ length: crew.asksAtOnce }, () => crew.make(async () => [])));
  expect(made).toEqual(Array.from({ length: crew.asksAtOnce }, () => MADE));
  expect(opened()).toBe(size + crew.asksAtOnce);
  expect(most()).toBeLessThanOrEqual(size + 1);
  crew.close();
  expect(alive.size).toBe(0);
});

test('closing rejects what waits for its second turn, and opens nothing more', async () => {
  const { open, alive, opened } = workers(Infinity);
  const crew = openCrew(START, open);
  const asked = Array.from({ length: crew.asksAtOnce }, () => crew.make(async () => []));
  const ends = Promise.allSettled(asked);
  await Promise.race(asked.map((one) => one.catch(() => {})));
  crew.close();
  const before = opened();
  expect((await ends).every(({ status }) => status === 'rejected')).toBe(true);
  expect([opened(), alive.size]).toEqual([before, 0]);
});
