import { createEmulator } from '../../src/emulator/handler.ts';
import { inPageFetch } from '../../src/emulator/in-page.ts';
import { contractSuite } from './contract.suite.ts';

contractSuite((options) =>
  Promise.resolve({
    ask: inPageFetch(createEmulator(options)),
    base: 'https://emulator.invalid',
    close: () => Promise.resolve(),
  }),
);
