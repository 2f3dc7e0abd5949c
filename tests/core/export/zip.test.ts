import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '../../../src/core/export/crc32.ts';
import { directoryRow, localHeader, type ZipEntry, zipEnd } from '../../../src/core/export/zip.ts';
import { storedEntries } from '../../fixtures/images/zip.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function archiveOf(files: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const entry: ZipEntry = { name, crc32: crc32(content), size: content.length };
    const header = localHeader(entry);
    parts.push(header, content);
    directory.push(directoryRow(entry, at));
    at += header.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const whole = [...parts, ...directory, zipEnd(files.length, { at, size })];
  return Uint8Array.from(whole.flatMap((part) => [...part]));
}

it('any files come back through two unzippers', () => {
  const name = fc.stringMatching(/^[a-zé]{1,12}$/);
  const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 50 })), {
    selector: ([one]) => one,
    maxLength: 9,
  });
  fc.assert(
    fc.property(files, (all) => {
      const zip = archiveOf(all);
      const expected = Object.fromEntries(all);
      expect(unzipSync(zip)).toEqual(expected);
      // Throws when a checksum does not fit.
      expect(Object.fromEntries(storedEntries(zip))).toEqual(expected);
    }),
  );
});

it('checksums are the known ones, in one go and in parts', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, cut) => {
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
    }),
  );
});

it('more than 65,535 files are all listed', () => {
  const content = bytesOf('x');
  const files = Array.from({ length: 65_540 }, (_, at) => [`${at}`, content] as const);
  expect(Object.keys(unzipSync(archiveOf(files))).length).toBe(65_540);
});

it('a file beyond four gigabytes is found by its ZIP64 number', () => {
  const far = 5_000_000_000;
  const row = directoryRow({ name: 'a', crc32: 1, size: 2 }, far);
  const view = new DataView(row.buffer);
  expect(view.getUint32(42, true)).toBe(0xffffffff);
  expect([view.getUint16(30, true), view.getUint16(47, true), view.getUint16(49, true)]).toEqual([12, 1, 8]);
  expect(view.getBigUint64(51, true)).toBe(BigInt(far));
  const end = new DataView(zipEnd(1, { at: far, size: row.length }).buffer);
  expect([end.getUint32(0, true), end.getBigUint64(48, true)]).toEqual([0x06064b50, BigInt(far)]);
  expect([end.getUint32(56, true), end.getBigUint64(64, true)]).toEqual([0x07064b50, BigInt(far + row.length)]);
});
