import { describe, expect, test } from 'vitest';
import {
  cacheControl,
  contentSecurityPolicy,
  headersFile,
  metaContentSecurityPolicy,
  pageHeaders,
} from '../../src/server/headers.ts';

const SERVICE = 'https://api.aspose.cloud';

describe('the headers', () => {
  test('the policy is the one that was tried', () => {
    expect(contentSecurityPolicy(SERVICE)).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
        "connect-src 'self' https://api.aspose.cloud; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-src 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
    );
  });

  test('as <meta> it is the same without frame-ancestors, which means nothing there', () => {
    expect(metaContentSecurityPolicy(SERVICE)).toBe(
      contentSecurityPolicy(SERVICE).replace(" frame-ancestors 'none';", ''),
    );
  });

  test('the page may call the service of its config and no other', () => {
    expect(contentSecurityPolicy('https://ocr.example')).toContain("connect-src 'self' https://ocr.example;");
    expect(contentSecurityPolicy('https://ocr.example')).not.toContain('aspose');
  });

  test('assets are kept for a year, everything else is asked for again', () => {
    expect(cacheControl('/assets/index-abc.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/index.html', '/config.json', '/samples/book.png'])
      expect(cacheControl(path)).toBe('no-cache');
  });

  test('a static host is told the same', () => {
    const file = headersFile(SERVICE);
    for (const [name, value] of Object.entries(pageHeaders(SERVICE))) expect(file).toContain(`\n  ${name}: ${value}\n`);
    expect(file).toMatch(/^\/\*\n/);
    expect(file).toContain('\n/assets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n');
  });
});
