import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from '../tests/support/find-browser.mjs';

const root = dirname(fileURLToPath(import.meta.url));
/** Made by the browser once, which takes some seconds; kept between runs. */
const SCAN = join(tmpdir(), 'regionscope-bench-12000x16000.jpg');
/** A contestant that is not done by then will not be. */
const PATIENCE_MS = 300_000;

/** The bench's pages, built and served, and a browser to open them in. Whoever opens it closes it. */
export async function openSite({ peers }) {
  const out = mkdtempSync(join(tmpdir(), 'regionscope-bench-'));
  const input = ['page', ...(peers ? ['peers'] : [])].map((folder) => join(root, folder, 'index.html'));
  await build({
    configFile: false,
    root,
    plugins: [react()],
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input },
    },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { outDir: out },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The bench page is served nowhere.');
  const browser = await launch();

  return {
    version: browser.version(),
    /** One contest on a fresh page. `own`: in a fresh browser, with the peak of its memory. */
    async measure({ run, page = 'page', own = false }, task) {
      const its = own ? await launch() : browser;
      try {
        return await measureOn(its, `${address}${page}/index.html`, run, task, own);
      } finally {
        if (own) await its.close();
      }
    },
    async provideScan() {
      if (!existsSync(SCAN)) await makeScan(browser, `${address}page/index.html`);
      copyFileSync(SCAN, join(out, 'scan.jpg'));
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(out, { recursive: true, force: true });
    },
  };
}

function launch() {
  return chromium.launch({
    executablePath: findOrInstallBrowser(),
    // WebGL without a GPU has to be asked for.
    args: [...BROWSER_ARGS, '--enable-unsafe-swiftshader'],
  });
}

async function measureOn(browser, address, run, task, own) {
  const page = await browser.newPage({ viewport: { width: 1320, height: 940 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.exposeFunction('heapMb', await heapOf(page));
    await page.goto(address);
    const result = await within(
      PATIENCE_MS,
      page.evaluate(([name, given]) => window.measure(name, given), [run, task]),
    );
    if (errors.length > 0) throw new Error(errors.join('; '));
    // While the page is open: its process ends with it.
    return own ? { ...result, ...(await peak(browser)) } : result;
  } finally {
    await page.close();
  }
}

/** Objects of the page and what array buffers hold, after a collection. Canvases and pictures are not in it. */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  };
}

/** The most that pages and the process which draws for them ever held, all together; only Linux tells. */
async function peak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  try {
    const kilobytes = processInfo
      .filter(({ type }) => type === 'renderer' || type === 'GPU')
      .map(({ id }) => /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
    return { 'peak MB': kilobytes.reduce((sum, one) => sum + Number(one ?? 0), 0) / 1000 };
  } catch {
    return {};
  }
}

async function makeScan(browser, address) {
  console.log('Making a scan of 12,000 x 16,000 px; it is kept for the next run.');
  const page = await browser.newPage();
  try {
    await page.goto(address);
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: PATIENCE_MS }),
      page.evaluate(() => window.measure('makeScan', { size: 1, frames: 1 })),
    ]);
    await download.saveAs(`${SCAN}.part`);
    renameSync(`${SCAN}.part`, SCAN);
  } finally {
    await page.close();
  }
}

function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
