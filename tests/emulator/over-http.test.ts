import { createEmulator } from '../../src/emulator/handler.ts';
import { mountEmulator } from '../../src/server/emulator-mount.ts';
import { listenOnLoopback } from '../server/loopback-server.ts';
import { contractSuite } from './contract.suite.ts';

contractSuite(async (options) => {
  const server = await listenOnLoopback(mountEmulator(createEmulator(options)));
  return { ask: fetch, base: `${server.origin}/emulator`, close: server.close };
});
