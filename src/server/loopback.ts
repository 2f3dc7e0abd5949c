/** `localhost` is two addresses, 127.0.0.1 and ::1, and Vite listens on one of them. Both have to answer. */
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { PlainError } from './config.ts';

const LOOPBACKS = ['127.0.0.1', '::1'];

/** @throws PlainError when another program has the port, on either address */
export async function requireFreePort(port: number): Promise<void> {
  for (const address of LOOPBACKS) {
    const probe = createServer();
    const failure = await listening(probe, port, address);
    if (failure === 'EADDRINUSE')
      throw new PlainError(
        `Port ${String(port)} is taken by another program. Stop it, or choose another port: PORT=${String(port + 1)} npm start`,
      );
    if (failure === 'EACCES')
      throw new PlainError(`Port ${String(port)} may not be used here. Choose one above 1023: PORT=4173 npm start`);
    if (failure === null) await new Promise((closed) => probe.close(closed));
  }
}

/**
 * Once the server listens on one loopback address, listens on the other and hands its connections over. Does nothing
 * for a server on any other address. Closes with the server.
 */
export function answerOnBothLoopbacks(server: Server): void {
  const twin = createServer((socket: Socket) => void server.emit('connection', socket));
  server.once('listening', () => {
    const bound = server.address();
    if (bound === null || typeof bound === 'string' || !LOOPBACKS.includes(bound.address)) return;
    // Where there is no IPv6 the twin cannot listen, and nobody will ask it.
    void Promise.all(
      LOOPBACKS.filter((other) => other !== bound.address).map((other) => listening(twin, bound.port, other)),
    );
  });
  server.once('close', () => twin.close());
}

/** The code of what went wrong, or null when it listens. */
function listening(server: Server, port: number, address: string): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host: address, exclusive: true }, () => resolve(null));
  });
}
