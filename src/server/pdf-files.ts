/**
 * The files that pdf.js asks for while it draws: decoders (WebAssembly), character maps, standard fonts, a colour profile. They are
 * taken from its package: beside the built page, and from there in development. Scanned pages are blank without the decoders.
 */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { folderOfPdfFiles } from '../pdf/files-folder.ts';

/** Folders of the package, and what of them is no use here: what runs scripts of a PDF, and what stands in for WebAssembly. */
const FOLDERS = ['wasm', 'cmaps', 'standard_fonts', 'iccs'];
const LEFT_OUT = /^quickjs|_nowasm_fallback\.js$|_QUICKJS$/;

export function pdfFiles(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = `assets/${folderOfPdfFiles(versionOf(root))}`;
  const names = FOLDERS.flatMap((name) =>
    readdirSync(join(root, name))
      .filter((file) => !LEFT_OUT.test(file))
      .map((file) => `${name}/${file}`),
  );
  return {
    name: 'regionscope-pdf-files',
    generateBundle() {
      for (const name of names)
        this.emitFile({ type: 'asset', fileName: folder + name, source: readFileSync(join(root, name)) });
    },
    configureServer(server) {
      server.middlewares.use((incoming, outgoing, next) => {
        // Under whatever path the page is served.
        const [, name] = (incoming.url ?? '').split('?')[0]?.split(`/${folder}`) ?? [];
        if (name === undefined || !names.includes(name)) {
          next();
          return;
        }
        const file = join(root, name);
        outgoing.setHeader('Content-Type', 'application/octet-stream');
        outgoing.setHeader('Content-Length', statSync(file).size);
        createReadStream(file).pipe(outgoing);
      });
    },
  };
}

function versionOf(root: string): string {
  const read: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string')
    return read.version;
  throw new Error('The package pdfjs-dist has no version. Run npm ci.');
}
