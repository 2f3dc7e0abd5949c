import { defineConfig } from '@playwright/test';
// @ts-expect-error plain JavaScript, so that `node tests/run.mjs` can read it without a build
import { BROWSER_ARGS, presentBrowser } from './tests/support/find-browser.mjs';

const PORT = Number(process.env.E2E_PORT ?? 4299);
const UPSTREAM_PORT = PORT + 1;

/** The built app through the same server that `npm start` runs; its proxy leads to a stub on loopback, never to the public service. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  // A test says what holds, not how fast: on a machine that is busy with other things it may take its time.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: presentBrowser(), args: BROWSER_ARGS },
    trace: 'retain-on-failure',
  },
  webServer: [
    {
      command: `node tests/support/upstream-stub.mjs ${UPSTREAM_PORT}`,
      url: `http://127.0.0.1:${UPSTREAM_PORT}/health`,
      reuseExistingServer: false,
    },
    {
      command: 'npx vite preview',
      url: `http://localhost:${PORT}/`,
      env: { PORT: String(PORT), OCR_API_URL: `http://127.0.0.1:${UPSTREAM_PORT}` },
      reuseExistingServer: false,
    },
  ],
});
