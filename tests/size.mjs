/**
 * The end of `npm run build`, and `npm run size` after one: what the built page loads, compressed as a server would. Fails over a budget.
 * Counted, never timed: bytes are the same on every machine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(import.meta.dirname, '../dist');
const ENTRY = 'index.html';
const FULL_VIEW = 'src/app/full-view.ts';

/** In KB of 1,000 bytes, gzip. Raise one only with a reason in the commit. */
const BUDGETS = [
  {
    name: 'first screen',
    most: 165,
    why: 'what stands between the address and the first paint: 0.83 s at 1.6 Mbit/s',
    files: () => firstScreen(),
  },
  {
    name: 'page with regions',
    most: 318,
    why: 'what an image with its regions needs in all: the first screen, Konva, the list, the details, the frame, the findings, levels, order',
    files: () => [...firstScreen(), ...closure(FULL_VIEW)],
  },
  {
    name: 'all of it',
    most: 495,
    why: 'every script and style, dialogs, workers and the built-in sample included; not pictures, the PNG encoder and pdf.js',
    files: () => ['index.html', ...everything().filter((file) => !isPdfPages(file))],
  },
  {
    name: 'PDF pages',
    most: 590,
    why: 'pdf.js, which is loaded when a PDF is opened; its decoders, fonts and character maps besides, as pages need them',
    files: () => everything().filter(isPdfPages),
  },
];

const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
const failures = [...overBudget(), ...foundLate()];
for (const failure of failures) console.error(`size: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function overBudget() {
  const rows = BUDGETS.map(({ name, most, why, files }) => {
    const sizes = [...new Set(files())].map((file) => ({
      file,
      kb: gzipSync(readFileSync(join(DIST, file))).length / 1_000,
    }));
    return { name, most, why, sizes, kb: sizes.reduce((sum, { kb }) => sum + kb, 0) };
  });
  for (const { name, most, why, sizes, kb } of rows) {
    console.log(`${name}: ${kb.toFixed(1)} of ${most} KB gzip, ${sizes.length} files (${why})`);
    for (const one of sizes.toSorted((a, b) => b.kb - a.kb).slice(0, 6))
      console.log(`  ${one.kb.toFixed(1).padStart(6)}  ${one.file}`);
  }
  return rows
    .filter(({ most, kb }) => kb > most)
    .map(({ name, most, kb }) => `${name} is ${kb.toFixed(1)} KB, over ${most}`);
}

function firstScreen() {
  return ['index.html', ...askedAtOnce(), ...closure(ENTRY)];
}

/** A static import that index.html does not name is found only after its importer came: one more way to the server and back. */
function foundLate() {
  const asked = askedAtOnce();
  return closure(ENTRY)
    .filter((file) => !asked.includes(file))
    .map((file) => `${file} is needed at once, and index.html does not ask for it`);
}

/** Scripts and styles that index.html asks for by itself. */
function askedAtOnce() {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
}

/** A chunk, its static imports and theirs. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}.`);
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) if (!seen.has(manifest[imported]?.file)) closure(imported, seen);
  return [...seen];
}

/** The session with pdf.js in it. */
function isPdfPages(file) {
  return file.startsWith('assets/pdf-pages-');
}

/** What is named in nobody's imports is a worker, and counts too. */
function everything() {
  return readdirSync(join(DIST, 'assets'))
    .filter((file) => /\.(?:js|css)$/.test(file))
    .map((file) => `assets/${file}`);
}
