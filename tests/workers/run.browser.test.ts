import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeAnswer } from '../../src/core/decode/index.ts';
import type { TaskKind } from '../../src/core/ocr/contract.ts';
import type { ReceivedAnswer } from '../../src/core/ocr/task.ts';
import { receivedRect } from '../../src/core/inspection/region-table.ts';
import { JobFailed } from '../../src/workers/job-failed.ts';
import { run, dispose, workersAlive } from '../../src/workers/run.ts';
import { decodeReceived, readLargeAnswer, readLargePaste, runDecode } from '../../src/workers/run-decode.ts';

afterEach(dispose);

function answerOf(count: number) {
  const rectangles = Array.from({ length: count }, (_, at) => [at, at + 1, at + 2, at + 3]);
  return [{ type: 'Other', data: btoa(JSON.stringify(rectangles)) }];
}

async function received(raw: Uint8Array<ArrayBuffer>, kind: TaskKind): Promise<ReceivedAnswer> {
  const reading = await readLargeAnswer(raw, null, kind);
  if (!reading.ok) throw new Error(reading.problem.what);
  return { raw, task: reading.task, receivedAt: 0 };
}

describe('jobs in a real worker', () => {
  it('a large answer is decoded off the main thread, with the same outcome as here', async () => {
    const results = answerOf(80_000);
    const decoded = await runDecode(results, 'detection');
    expect(workersAlive()).toBe(1);
    expect(decoded.regions?.count).toBe(80_000);
    const here = decodeAnswer(results, 'detection');
    expect(decoded.regions && receivedRect(decoded.regions, 79_999)).toEqual({
      x1: 79_999,
      y1: 80_000,
      x2: 80_001,
      y2: 80_002,
    });
    expect(decoded.regions?.received).toEqual(here.regions?.received);
  });

  it('a small answer starts no worker', async () => {
    const decoded = await runDecode(answerOf(3), 'detection');
    expect([decoded.regions?.count, workersAlive()]).toEqual([3, 0]);
  });

  it('a large body is read and decoded in one go off the main thread, and its bytes stay here', async () => {
    const raw = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results: answerOf(80_000) }));
    const parsed = vi.spyOn(JSON, 'parse');
    const answer = await received(raw, 'detection');
    expect(answer.task.results).toEqual({ length: 1, withData: true });
    const decoded = await decodeReceived(answer, 'detection');
    dispose();
    expect(await decodeReceived(answer, 'detection')).toBe(decoded);
    expect([decoded.regions?.count, workersAlive(), parsed.mock.calls.length]).toEqual([80_000, 0, 0]);
    expect(raw.length).toBeGreaterThan(1_000_000);
    parsed.mockRestore();
  });

  it('a large body is known, and can be kept, before it is decoded: a decoder that breaks is followed by another', async () => {
    const raw = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results: answerOf(400_000) }));
    const answer = await received(raw, 'detection');
    // Still at it: the worker dies with its work.
    dispose();
    expect(answer.task).toMatchObject({ status: 'Completed', results: { length: 1 } });
    const decoded = await decodeReceived(answer, 'detection');
    expect(decoded.regions?.count).toBe(400_000);
  });

  it('an attempt that is given up ends the reading', async () => {
    const stop = new AbortController();
    const raw = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results: answerOf(80_000) }));
    const reading = readLargeAnswer(raw, null, 'detection', stop.signal);
    stop.abort(new Error('given up'));
    await expect(reading).rejects.toThrow('given up');
    expect(workersAlive()).toBe(0);
  });

  it('a decoding that nobody waits for any more ends, and begins anew when it is asked for again', async () => {
    const raw = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results: answerOf(400_000) }));
    const answer = await received(raw, 'detection');
    const leave = new AbortController();
    const waited = decodeReceived(answer, 'detection', leave.signal);
    leave.abort(new Error('closed the inspection'));
    await expect(waited).rejects.toThrow('closed the inspection');
    expect(workersAlive()).toBe(0);
    expect((await decodeReceived(answer, 'detection')).regions?.count).toBe(400_000);
  });

  it('a large body that is looked at as the answer of the other task is decoded again', async () => {
    const results = Array.from({ length: 20_000 }, (_, at) => ({ type: 'Text', data: btoa(`word ${at}`) }));
    const raw = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results }));
    const decoded = await decodeReceived(await received(raw, 'detection'), 'recognition');
    expect([decoded.texts?.length, decoded.texts?.at(19_999)]).toEqual([20_000, 'word 19999']);
  });

  it('a body of some thousand rectangles is decoded on the way as well, but starts no worker', async () => {
    const raw = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results: answerOf(5_000) }));
    const decoded = await decodeReceived(await received(raw, 'detection'), 'detection');
    expect([decoded.regions?.count, workersAlive()]).toEqual([5_000, 0]);
  });

  it('a large paste is read and decoded off the main thread', async () => {
    const list = JSON.stringify(Array.from({ length: 40_000 }, (_, at) => [at, at, at + 9, at + 9]));
    const found = await readLargePaste(list, {});
    if (found.kind !== 'found') throw new Error(found.problem.what);
    expect(workersAlive()).toBe(1);
    dispose();
    const [answer] = found.answers;
    if (!answer) throw new Error('There is no answer.');
    const decoded = await decodeReceived({ ...answer, receivedAt: 0 }, 'detection');
    expect([decoded.regions?.count, workersAlive()]).toEqual([40_000, 0]);
    expect(new TextDecoder().decode(answer.raw)).toBe(list);
  });

  it('hashes a file', async () => {
    const hash = await run('hashFile', { file: new Blob(['abc']) });
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('an error of a job comes back with its own words and name', async () => {
    const pixels = {
      width: 0,
      height: 5,
      rgba: new Uint8ClampedArray(0),
      format: 'png',
      colourChunks: new Uint8Array(0),
    } as const;
    const outcome = await run('encodeCrop', pixels).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(JobFailed);
    expect(outcome).toMatchObject({ kind: 'RangeError', message: 'A crop of 0 × 5 px has no pixels to save.' });
  });

  it('moved pixels are empty on this side', async () => {
    const rgba = new Uint8ClampedArray(16);
    const crop = { width: 2, height: 2, rgba, format: 'png', colourChunks: new Uint8Array(0) } as const;
    const { bytes } = await run('encodeCrop', crop, { transfer: [rgba.buffer] });
    expect([rgba.length, bytes[0]]).toEqual([0, 0x89]);
  });

  it('an aborted job ends, and the next one has a fresh worker', async () => {
    const stop = new AbortController();
    const running = run('hashFile', { file: new Blob([new Uint8Array(20_000_000)]) }, { signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toThrow('aborted');
    expect(workersAlive()).toBe(0);
    expect(await run('hashFile', { file: new Blob([]) })).toMatch(/^e3b0c442/);
  });

  it('nothing is left after dispose, and what was not done is rejected', async () => {
    const running = run('hashFile', { file: new Blob([new Uint8Array(20_000_000)]) });
    dispose();
    await expect(running).rejects.toThrow('closed');
    expect(workersAlive()).toBe(0);
  });
});
