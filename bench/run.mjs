/**
 * `npm run bench [-- --json FILE] [-- --rounds N] [-- --regions N]`: one table of medians and ratios, measured in the same
 * Chromium as the tests. Contestants take turns, each time on a fresh page; only ratios within one run mean anything.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from '../tests/support/find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), 'page');
const options = readOptions(process.argv.slice(2));

/** What is compared: rows of one contestant over the same rows of another. */
const TABLES = [
  {
    title: `Panning over ${options.regions.toLocaleString('en')} regions: ms of script and raster a frame, and until first shown`,
    contests: { ourPage: 'one Shape', nodesPage: 'a node per region', barePage: 'raw canvas paths' },
    rows: ['mount', 'fit', 'reading', 'fit, numbers', 'reading, numbers'],
  },
  {
    title: `From the answer's body to boxes on the screen, ${options.regions.toLocaleString('en')} regions: ms, on a cold page`,
    contests: { ourAnswer: 'Regionscope', bareAnswer: 'atob + JSON.parse + paths' },
    rows: ['first box', 'decode', 'index', 'paint'],
  },
];

const out = mkdtempSync(join(tmpdir(), 'regionscope-bench-'));
try {
  const report = await bench();
  print(report);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(out, { recursive: true, force: true });
}

async function bench() {
  await build({
    configFile: false,
    root,
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { outDir: out },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_ARGS });
  try {
    const address = server.resolvedUrls?.local[0];
    if (!address) throw new Error('The bench page is served nowhere.');
    const version = browser.version();
    const tables = [];
    for (const table of TABLES) tables.push(await measureTable(browser, address, table));
    return { machine: machine(version), rounds: options.rounds, regions: options.regions, tables };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureTable(browser, address, { title, contests, rows }) {
  const runs = Object.fromEntries(Object.keys(contests).map((contest) => [contest, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contest of Object.keys(contests)) runs[contest].push(await measure(browser, address, contest));
  }
  const [ours, ...others] = Object.keys(contests);
  return {
    title,
    contests,
    rows: rows.map((row) => {
      const ms = Object.fromEntries(Object.entries(runs).map(([contest, all]) => [contest, median(all, row)]));
      // Others do not number their boxes: rows with numbers stand beside their boxes alone.
      const plain = row.replace(', numbers', '');
      const ratios = Object.fromEntries(
        others.map((other) => [other, ms[ours] === null ? null : ratio(ms[ours], median(runs[other], plain))]),
      );
      return { row, ms, ratios };
    }),
  };
}

async function measure(browser, address, contest) {
  const page = await browser.newPage({ viewport: { width: 1320, height: 940 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.goto(address);
    const result = await page.evaluate(([name, regions]) => window.measure(name, regions), [contest, options.regions]);
    if (errors.length > 0) throw new Error(`${contest}: ${errors.join('; ')}`);
    return result;
  } finally {
    await page.close();
  }
}

function print({ machine, rounds, tables }) {
  console.log(`\n${machine}; medians of ${rounds} alternating runs`);
  for (const { title, contests, rows } of tables) {
    const [, ...others] = Object.keys(contests);
    const head = ['', ...Object.values(contests), ...others.map((other) => `ours / ${contests[other]}`)];
    const lines = rows.map(({ row, ms, ratios }) => [
      row,
      ...Object.values(ms).map((value) => (value === null ? '' : value.toFixed(2))),
      ...others.map((other) => (ratios[other] === null ? '' : ratios[other].toFixed(3))),
    ]);
    const widths = head.map((cell, at) => Math.max(cell.length, ...lines.map((line) => line[at].length)));
    const text = (cells) =>
      cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ');
    console.log(`\n${title}\n${text(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
    for (const line of lines) console.log(text(line));
  }
}

function median(runs, row) {
  const values = runs.map((run) => run[row]).filter((value) => value !== undefined);
  return values.length === 0 ? null : values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

function ratio(ours, other) {
  return other === null || other === 0 ? null : ours / other;
}

function machine(version) {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cpu?.model.trim() ?? 'unknown processor'} x ${cpus().length}, ${memory}, ${platform()}, Node ${process.version}, Chromium ${version} headless, no GPU`;
}

function readOptions(given) {
  const valueOf = (name) => {
    const at = given.indexOf(`--${name}`);
    return at < 0 ? undefined : given[at + 1];
  };
  const whole = (name, otherwise) => {
    const value = Number(valueOf(name) ?? otherwise);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} needs a whole number above 0.`);
    return value;
  };
  return { json: valueOf('json'), rounds: whole('rounds', 5), regions: whole('regions', 5000) };
}
