import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Which folders and packages each folder may import, and why. `src/README.md` shows the same table to people. */
const RULES: Record<string, { folders: readonly string[]; packages: readonly string[]; because: string }> = {
  core: {
    folders: [],
    packages: ['valibot'],
    because: 'it must run in a worker, in Node and in a test with no DOM',
  },
  client: { folders: ['core'], packages: ['valibot'], because: 'transport knows the contract, nobody above it' },
  emulator: {
    folders: ['core'],
    packages: ['hono', 'valibot'],
    because: 'a server shares only the contract with its client',
  },
  server: {
    folders: ['emulator', 'core', 'pdf'],
    packages: ['node:', 'vite'],
    because: 'the one folder that knows Node; nothing of it reaches the page',
  },
  samples: {
    folders: ['core'],
    packages: ['node:', '@playwright/test'],
    because: 'a script that draws files, not a part of the page',
  },
  queries: {
    folders: ['client', 'core', 'storage'],
    packages: ['@tanstack/react-query', 'react'],
    because: 'the only place that knows how answers are cached',
  },
  state: {
    folders: ['core', 'image'],
    packages: ['zustand', 'react'],
    because: 'choices of the person only; server facts live in the query cache',
  },
  image: {
    folders: ['workers', 'core'],
    packages: [],
    because: 'the browser without React, usable from anywhere above',
  },
  files: {
    folders: ['workers', 'core'],
    packages: [],
    because: 'the browser without React, usable from anywhere above',
  },
  pdf: {
    folders: ['workers', 'core'],
    packages: ['pdfjs-dist'],
    because: 'pdf.js stays replaceable, and within a worker',
  },
  workers: {
    folders: ['core', 'image', 'pdf'],
    packages: ['@jsquash/png'],
    because: 'one door for jobs off the main thread; what a job does stands in core and image',
  },
  storage: {
    folders: ['core'],
    packages: ['idb'],
    because: 'a port: who keeps results does not know who asks for them',
  },
  canvas: {
    folders: ['state', 'core', 'image'],
    packages: ['konva', 'react-konva', 'react'],
    because: 'Konva stays replaceable',
  },
  ui: {
    folders: ['state', 'queries', 'image', 'files', 'pdf', 'core'],
    packages: ['react', 'react-dom', 'lucide-react', 'react-json-view-lite'],
    because: 'panels never know how boxes are drawn',
  },
  app: {
    folders: ['canvas', 'ui', 'state', 'queries', 'client', 'image', 'files', 'pdf', 'workers', 'storage', 'core'],
    packages: ['react', '@tanstack/react-query', 'valibot'],
    because: 'screens compose everything but the emulator',
  },
};

/** Files directly in src/: the composition root, the one place that picks the real service or the emulated one. */
const ROOT_FOLDERS = ['app', 'client', 'core', 'emulator', 'queries', 'state', 'storage', 'workers'];

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|tsx|mjs)$/.test(file));

describe('imports run one way', () => {
  test('every folder of src has a rule', () => {
    const folders = new Set(files.filter((file) => file.includes(sep)).map((file) => file.split(sep)[0] ?? ''));
    expect([...folders].filter((folder) => !(folder in RULES))).toEqual([]);
  });

  test.each(files)('%s imports what its folder may', (file) => {
    const folder = file.includes(sep) ? (file.split(sep)[0] ?? '') : '';
    const rule = RULES[folder] ?? {
      folders: ROOT_FOLDERS,
      packages: ['react', 'react-dom'],
      because: 'it only puts the parts together',
    };
    const wrong = importsOf(file)
      .filter(({ target }) => !mayImport(file, folder, rule, target))
      .map(
        ({ line, target }) => `src/${file}:${line} imports ${target}, but ${folder || 'src'} may not: ${rule.because}`,
      );
    expect(wrong).toEqual([]);
  });
});

function mayImport(
  file: string,
  folder: string,
  rule: { folders: readonly string[]; packages: readonly string[] },
  target: string,
): boolean {
  if (!target.startsWith('.')) {
    return rule.packages.some((name) =>
      name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`),
    );
  }
  const path = relative(SRC, resolve(SRC, dirname(file), target.replace(/\?.*$/, '')));
  if (path.startsWith('..')) return folder === 'samples' || folder === '';
  const [first = '', ...rest] = path.split(sep);
  if (rest.length === 0) return folder === '';
  return first === folder || rule.folders.includes(first);
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found: Import[] = [];
  source.split('\n').forEach((text, at) => {
    for (const match of text.matchAll(/(?:\bfrom|\bimport\(|^import|new URL\()\s*'([^']+)'/g)) {
      const target = match[1] ?? '';
      if (target.startsWith('.') || !text.includes('new URL(')) found.push({ file, line: at + 1, target });
    }
  });
  return found;
}
