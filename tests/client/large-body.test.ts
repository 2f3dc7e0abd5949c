import { describe, expect, it, vi } from 'vitest';
import type { ReadLarge } from '../../src/client/outcome.ts';
import { LARGE } from '../../src/core/ocr/read-answer.ts';
import type { TaskAnswer } from '../../src/core/ocr/task.ts';
import { ask, given, ID, WHOLE } from './a-client.ts';

const COUNTED: TaskAnswer = {
  id: ID,
  status: 'Completed',
  statusWord: 'Completed',
  code: 'Ok',
  results: { length: 1_000_000, withData: true },
  messages: [],
  warnings: [],
  problems: [],
};
const HUGE = WHOLE.padEnd(LARGE, ' ');

function reading(...[how]: [ReadLarge]) {
  const readLarge = vi.fn<ReadLarge>(how);
  return { ...given(() => new Response(HUGE), 'direct', readLarge), readLarge };
}

describe('a body that is large', () => {
  it('is read elsewhere, and its bytes are kept here as they came', async () => {
    const { client, readLarge } = reading(() => Promise.resolve({ ok: true, task: COUNTED }));
    const outcome = await ask(client);
    expect(outcome).toMatchObject({ kind: 'answer', received: { task: COUNTED } });
    expect(outcome.kind === 'answer' && new TextDecoder().decode(outcome.received.raw)).toBe(HUGE);
    expect(readLarge.mock.calls.map(([raw, id, kind]) => [raw.length, id, kind])).toEqual([[LARGE, ID, 'detection']]);
  });

  it('is judged as a small one: what is wrong with it is told of the task, without the token', async () => {
    const problem = { where: 'answer', what: 'is canary-3f1a.token.value', severity: 'error' } as const;
    const { client } = reading(() => Promise.resolve({ ok: false, fault: 'bad-json', problem }));
    expect(await ask(client)).toMatchObject({
      kind: 'transient',
      fault: 'bad-json',
      problem: { where: 'Detection task', what: 'the answer is [access token]' },
    });
  });

  it('is read here, slowly, when whatever reads it breaks', async () => {
    const { client } = reading(() => Promise.reject(new Error('the worker ended')));
    expect(await ask(client)).toMatchObject({
      kind: 'answer',
      received: { task: { status: 'Pending', results: null } },
    });
  });

  it('is not read on after the attempt was given up', async () => {
    const stop = new AbortController();
    const { client } = reading((_raw, _id, _kind, signal) => {
      stop.abort(new Error('given up'));
      return Promise.reject(new Error(signal.aborted ? 'told to stop' : 'nobody told the reader'));
    });
    await expect(ask(client, stop.signal)).rejects.toThrow('given up');
  });

  it('is not meant when it is small', async () => {
    const readLarge = vi.fn<ReadLarge>();
    const { client } = given(() => new Response(WHOLE), 'direct', readLarge);
    expect(await ask(client)).toMatchObject({ kind: 'answer', received: { task: { status: 'Pending' } } });
    expect(readLarge).not.toHaveBeenCalled();
  });
});
