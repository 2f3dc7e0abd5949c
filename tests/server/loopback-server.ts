import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';

/** A server on a free port of 127.0.0.1, for one test. */
export async function listenOnLoopback(
  listener: RequestListener,
): Promise<{ readonly origin: string; readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
