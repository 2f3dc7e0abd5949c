import { broughtIn } from './job-failed.ts';
import type { OpenSession, SessionHost, SessionName, SessionReply, SessionRequest, Sessions } from './sessions.ts';

/** Each is loaded by the worker that needs it: none pays for the others. */
const OPENERS: { readonly [S in SessionName]: () => Promise<OpenSession<S>> } = {
  echo: async () => (await import('./sessions/echo.ts')).openEcho,
  search: async () => (await import('./sessions/search.ts')).openSearch,
  crops: async () => (await import('./sessions/crops.ts')).openCrops,
  evidence: async () => (await import('./sessions/evidence.ts')).openEvidence,
  pdf: async () => (await import('./sessions/pdf-pages.ts')).openPdfPages,
};

let host: Promise<SessionHost<SessionName>> | null = null;
const asked = new Map<number, AbortController>();

self.addEventListener('message', ({ data }: MessageEvent<SessionRequest>) => {
  switch (data.kind) {
    case 'open':
      host = open(data.session, data.start);
      // What went wrong is told to whoever asks.
      host.catch(() => {});
      return;
    case 'ask':
      void answer(data.ask, data.question);
      return;
    case 'abort':
      asked.get(data.ask)?.abort();
      return;
    case 'close':
      void leave();
  }
});

/** A request that cannot be read has nobody to be answered: thrown, it reaches the page as an error of this worker. */
self.addEventListener('messageerror', () => {
  throw new Error('a request could not be read');
});

/** Also what was still on its way when the page closed the session is given back. */
async function leave(): Promise<void> {
  for (const giveUp of asked.values()) giveUp.abort();
  const opened = await host?.catch(() => null);
  opened?.close?.();
  self.close();
}

async function open<S extends SessionName>(session: S, start: Sessions[S]['start']): Promise<SessionHost<S>> {
  const opener = await broughtIn(OPENERS[session]);
  return opener(start);
}

async function answer(ask: number, question: Sessions[SessionName]['question']): Promise<void> {
  const giveUp = new AbortController();
  asked.set(ask, giveUp);
  const tell = (part: Sessions[SessionName]['part'], transfer: Transferable[] = []) =>
    reply({ kind: 'part', ask, part }, transfer);
  try {
    if (!host) throw new Error('The session was asked before it was opened.');
    const { answer: made, transfer } = await (await host).ask(question, { signal: giveUp.signal, tell });
    reply({ kind: 'answer', ask, answer: made }, transfer);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    reply({ kind: 'failed', ask, name, message });
  } finally {
    asked.delete(ask);
  }
}

/** The form with options is the same for a worker and for a window, which is what the DOM library takes `self` for. */
function reply(message: SessionReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
