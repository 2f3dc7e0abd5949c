import { afterEach, expect, it, vi } from 'vitest';
import { dispose, run } from '../../src/workers/run.ts';
import { openSession, sessionsOpen } from '../../src/workers/session.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  dispose();
  if (sessionsOpen() > 0) throw new Error('A session was left open.');
});

/** Every worker is told, before it is asked anything, that a message could not be read. */
function spoilRequests(): void {
  const RealWorker = Worker;
  vi.stubGlobal(
    'Worker',
    class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        const script = `import '${new URL(url, location.href).href}'; self.dispatchEvent(new MessageEvent('messageerror'));`;
        super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), options);
      }
    },
  );
}

it('a job whose request its worker cannot read fails, and is not waited for for ever', async () => {
  spoilRequests();
  await expect(run('hashFile', { file: new Blob(['abc']) })).rejects.toMatchObject({
    kind: 'WorkerLost',
    message: expect.stringContaining('a request could not be read'),
  });
});

it('a session whose request cannot be read fails as well', async () => {
  spoilRequests();
  await expect(openSession('echo', '').ask('yes')).rejects.toMatchObject({
    kind: 'WorkerLost',
    message: expect.stringContaining('a request could not be read'),
  });
});
