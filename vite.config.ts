import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { readEnvironment } from './src/server/config.ts';
import { pdfFiles } from './src/server/pdf-files.ts';
import { regionscope } from './src/server/plugin.ts';

const environment = readEnvironment(process.env);

/** One port, for the person's own machine; no CORS: other pages have no business here. */
const listening = { port: environment.port, strictPort: true, cors: false };

/** Chunks that are fetched at leisure, and all run when the first answer arrives. */
const ON_ARRIVAL = new Set(['full-view', 'canvas', 'run-decode']);

export default defineConfig({
  // Relative, so that the built page works under any path.
  base: './',
  // Unknown paths are 404, not the page.
  appType: 'mpa',
  plugins: [react(), regionscope(environment), pdfFiles()],
  server: listening,
  preview: listening,
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // A small asset as a data: URL would be blocked by the policy.
    assetsInlineLimit: 0,
    // One style sheet: small, and its order does not depend on which part comes first.
    cssCodeSplit: false,
    // What loads what, for the check of sizes.
    manifest: true,
    // What is wanted at once in few files, what changes rarely apart from what does not, and the canvas by itself: it comes later.
    rolldownOptions: {
      output: {
        // Chromium compiles these off the main thread as they come, while nobody waits: the first answer finds them ready.
        postBanner: ({ name }) => (ON_ARRIVAL.has(name) ? '//# allFunctionsCalledOnLoad' : ''),
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules[\\/](react|react-dom|scheduler|zustand|@tanstack[\\/](react-query|query-core))[\\/]/,
              priority: 2,
            },
            {
              name: 'canvas',
              test: /node_modules[\\/](konva|react-konva|react-reconciler|its-fine)[\\/]/,
              priority: 1,
            },
            // Small, and of a piece: one way to the server for the first export, whichever it is, and none for those after it.
            {
              name: 'exporters',
              test: /src[\\/]core[\\/]export[\\/](png-|exporters[\\/](?!index\.ts))/,
              // What they share with the first screen stays where it is.
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
});
