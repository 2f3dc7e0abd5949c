import './trusted-types.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { type HostConfig, readHostConfig } from './app/host-config.ts';
import { PARTS } from './app/parts.ts';
import { wipeTokenFromAddress } from './app/wipe-token.ts';
import { createOcrClient } from './client/ocr-client.ts';
import type { ReadLarge } from './client/outcome.ts';
import { createRequestGate } from './client/request-gate.ts';
import { createTokenHolder } from './client/token.ts';
import type { ConnectionId } from './core/ocr/connection.ts';
import { browserEnvironment } from './queries/page-environment.ts';
import { createQueryClient } from './queries/query-client.ts';
import type { ConnectedClient, Services } from './queries/services.ts';
import { useInspections } from './state/inspections.ts';
import { createMemoryStore } from './storage/result-store.ts';

// Before anything is drawn, and before any request could carry the address along.
wipeTokenFromAddress(window);

const base = document.baseURI;
const network: typeof fetch = (input, init) => fetch(input, init);

void start();

async function start(): Promise<void> {
  const config = await readHostConfig(network, base);
  const [connection = 'direct'] = config.connections;
  useInspections.getState().change({ connection });
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  createRoot(root).render(
    <StrictMode>
      <App
        host={{ config, loadFile, restartSampleService, renewSampleToken, report }}
        services={services(config)}
        queryClient={createQueryClient()}
      />
    </StrictMode>,
  );
}

function services(config: HostConfig): Services {
  const clock = {
    now: () => Date.now(),
    setTimeout: (run: () => void, ms: number) => window.setTimeout(run, ms),
    clearTimeout: (timer: number) => window.clearTimeout(timer),
  };
  const token = createTokenHolder();
  const clients = new Map<ConnectionId, ConnectedClient>();
  const connect = (connection: ConnectionId): ConnectedClient => {
    const gate = createRequestGate({ clock });
    switch (connection) {
      case 'server':
      case 'direct': {
        const baseUrl = connection === 'direct' ? config.service : (config.proxy?.href ?? base);
        const client = createOcrClient({ connection, fetch: network, baseUrl, token, clock, gate, readLarge });
        return { client, token, needsToken: true, needsNetwork: true };
      }
      case 'sample': {
        const client = createOcrClient({
          connection,
          fetch: emulatedFetch,
          baseUrl: config.service,
          token: sampleToken,
          clock,
          gate,
          readLarge,
        });
        return { client, token: sampleToken, needsToken: false, needsNetwork: false };
      }
    }
  };
  return {
    clientFor: (connection) => {
      const known = clients.get(connection) ?? connect(connection);
      clients.set(connection, known);
      return known;
    },
    token,
    now: clock.now,
    random: Math.random,
    environment: browserEnvironment(window),
    store: createMemoryStore(),
    readLarge,
    decode: async (answer, kind, signal) => (await PARTS.decoder.load('quietly')).decodeReceived(answer, kind, signal),
  };
}

const readLarge: ReadLarge = async (...answer) => (await PARTS.decoder.load('quietly')).readLargeAnswer(...answer);

/** The emulator, loaded when somebody asks it: nobody who brings tasks of their own pays for it. */
const emulatedFetch: typeof fetch = async (input, init) => {
  emulator ??= loadEmulator();
  return (await emulator)(input, init);
};
let emulator: Promise<typeof fetch> | undefined;

async function loadEmulator(): Promise<typeof fetch> {
  const [{ createEmulator }, { inPageFetch }, { fetchTruth }] = await Promise.all([
    import('./emulator/handler.ts'),
    import('./emulator/in-page.ts'),
    import('./emulator/fetch-truth.ts'),
  ]);
  const loadTruth = fetchTruth(new URL('samples/', base), network);
  return inPageFetch(createEmulator({ now: () => Date.now(), newId: () => crypto.randomUUID(), loadTruth }));
}

function restartSampleService(): void {
  emulator = undefined;
}

const sampleToken = createTokenHolder();
renewSampleToken();

function renewSampleToken(): void {
  if (sampleToken.snapshot().standing !== 'usable')
    sampleToken.set(`built-in-sample-${sampleToken.snapshot().generation}`);
}

async function loadFile(path: string): Promise<Blob> {
  const answer = await network(new URL(path, base), { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${path} could not be loaded (HTTP ${answer.status})`);
  return answer.blob();
}

function report(error: unknown): void {
  // oxlint-disable-next-line no-console -- the one place where something unforeseen reaches the developer
  console.error(error);
}
