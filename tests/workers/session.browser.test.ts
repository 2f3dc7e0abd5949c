import { afterEach, expect, it } from 'vitest';
import { JobFailed } from '../../src/workers/job-failed.ts';
import { openSession, sessionsOpen } from '../../src/workers/session.ts';

afterEach(() => {
  if (sessionsOpen() > 0) throw new Error('A session was left open.');
});

it('a session keeps what it was opened with and tells parts before the answer', async () => {
  const session = openSession('echo', 'said: ');
  const parts: string[] = [];
  await expect(session.ask('yes', { onPart: (part) => parts.push(part) })).resolves.toBe('said: yes');
  expect(parts).toEqual(['y', 'e', 's']);
  await expect(session.ask('no')).resolves.toBe('said: no');
  session.close();
});

it('a question that fails says why, and the session lives on', async () => {
  const session = openSession('echo', '');
  const failure = await session.ask('').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(JobFailed);
  expect(failure).toMatchObject({ kind: 'RangeError', message: 'There is nothing to say.' });
  await expect(session.ask('again')).resolves.toBe('again');
  session.close();
});

it('giving up on a question ends that question alone', async () => {
  const session = openSession('echo', '');
  const giveUp = new AbortController();
  const first = session.ask('one', { signal: giveUp.signal });
  const second = session.ask('two');
  giveUp.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');
  await expect(second).resolves.toBe('two');
  session.close();
});

it('closing rejects what is under way and whatever is asked later', async () => {
  const session = openSession('echo', '');
  const under = session.ask('one');
  session.close();
  await expect(under).rejects.toThrow('closed');
  await expect(session.ask('two')).rejects.toThrow('closed');
});
