import { afterEach, describe, expect, it } from 'vitest';
import { decodeAnswer } from '../../src/core/decode/index.ts';
import { receivedRect } from '../../src/core/inspection/region-table.ts';
import { JobFailed } from '../../src/workers/job-failed.ts';
import { run, dispose, workersAlive } from '../../src/workers/run.ts';
import { runDecode } from '../../src/workers/run-decode.ts';

afterEach(dispose);

function answerOf(count: number) {
  const rectangles = Array.from({ length: count }, (_, at) => [at, at + 1, at + 2, at + 3]);
  return [{ type: 'Other', data: btoa(JSON.stringify(rectangles)) }];
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
