import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

export const START = 'start';
const CODE = /\.(?:js|css|html)$/;

/** Builds the page aside and weighs it: what index.html loads before anything is asked for, and all that there is. */
export async function measureStart() {
  const out = mkdtempSync(join(tmpdir(), 'regionscope-size-'));
  try {
    await build({ logLevel: 'warn', build: { outDir: out, emptyOutDir: true } });
    const eager = loadedAtOnce(out);
    const all = readdirSync(out, { recursive: true })
      .map(String)
      .filter((file) => CODE.test(file));
    const row = (name, files) => ({ row: name, medians: { page: kilobytes(out, files) }, ratios: {} });
    return {
      name: START,
      title: 'KB of code, gzip',
      contests: { page: 'Regionscope' },
      rows: [
        row('before the first paint', eager),
        row(
          'of it scripts',
          eager.filter((file) => file.endsWith('.js')),
        ),
        row('everything, lazy parts and workers too', all),
        { row: 'files before the first paint', medians: { page: eager.length }, ratios: {} },
      ],
      notes: [],
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** index.html, what it names, and what those import without being asked to. */
function loadedAtOnce(out) {
  const seen = new Set(['index.html']);
  for (const file of seen) {
    const text = readFileSync(join(out, file), 'utf8');
    const named = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)]
      : [...text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$\s{},*]*?from\s*)?"(\.[^"]+\.js)"/g)];
    for (const [, path] of named) seen.add(relative(out, resolve(dirname(join(out, file)), path)));
  }
  return [...seen];
}

function kilobytes(out, files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file)), { level: 9 }).length, 0) / 1000;
}
