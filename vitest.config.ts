import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
// @ts-expect-error plain JavaScript, so that `node tests/run.mjs` can read it without a build
import { BROWSER_ARGS, presentBrowser } from './tests/support/find-browser.mjs';
import { pdfFiles } from './src/server/pdf-files.ts';

/** A test says what holds, not how fast: on a machine that is busy with other things it may take its time. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        // Core, client, emulator, server: no browser.
        test: {
          ...PATIENT,
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', '**/*.browser.test.*'],
        },
      },
      {
        // Everything that draws or reads pixels: real Chromium.
        plugins: [react(), pdfFiles()],
        // Named, because a dependency that is found late reloads the page in the middle of a test.
        optimizeDeps: {
          include: [
            '@jsquash/png/encode.js',
            '@tanstack/react-query',
            'fflate',
            'konva/lib/Core.js',
            'konva/lib/shapes/Image.js',
            'lucide-react',
            'pdfjs-dist/legacy/build/pdf.mjs',
            'pdfjs-dist/legacy/build/pdf.worker.mjs',
            'pngjs',
            'react-dom/client',
            'react-konva/lib/ReactKonvaCore.js',
            'valibot',
            'vitest-browser-react',
            'zustand',
          ],
        },
        test: {
          ...PATIENT,
          name: 'browser',
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { executablePath: presentBrowser(), args: BROWSER_ARGS } }),
          },
        },
      },
    ],
  },
});
