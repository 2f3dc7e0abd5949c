import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../src/core/ocr/contract.ts';
import type { EmulatorOptions } from '../../src/emulator/handler.ts';
import { SCENARIOS } from '../../src/emulator/scenarios.ts';
import { A_TRUTH } from './a-truth.ts';
import { type Mount, started } from './service.ts';

/** What a file of each type has to hold so that it is one, and shows the sample's regions and texts where it can. */
const CHECKS: Record<string, (bytes: Buffer) => void> = {
  Text: (bytes) => expect(bytes.length).toBeGreaterThan(0),
  JSON: (bytes) => {
    const text = JSON.stringify(JSON.parse(bytes.toString('utf8')));
    expect(text).toMatch(/"x":10,"y":450|"topLeftX":10,"topLeftY":450/);
  },
  Hocr: (bytes) => {
    const page = bytes.toString('utf8');
    expect(page).toContain('bbox 0 0 640 480');
    expect(page.match(/<(div|p|span)\b/g)?.length).toBe(page.match(/<\/(div|p|span)>/g)?.length);
    for (const [, x1, y1, x2, y2, confidence] of page.matchAll(
      /ocrx_word"[^>]*bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)/g,
    )) {
      expect(Number(x1) < Number(x2) && Number(y1) < Number(y2)).toBe(true);
      expect(Number(confidence)).toBeGreaterThan(0);
      expect(Number(confidence)).toBeLessThanOrEqual(100);
    }
  },
  Pdf: (bytes) => {
    const file = bytes.toString('latin1');
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    expect(file.slice(table, table + 4)).toBe('xref');
    const offsets = [...file.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets.map((offset) => file.slice(offset, offset + 7))).toEqual(
      offsets.map((_, at) => `${String(at + 1)} 0 obj`),
    );
    const length = Number(/\/Length (\d+)/.exec(file)?.[1]);
    expect(file.indexOf('endstream') - file.indexOf('stream\n') - 'stream\n'.length).toBe(length);
    expect(file).toContain('Gr\\366\\337e');
  },
  ImagePNG: (bytes) => {
    const { width, height, data } = PNG.sync.read(bytes);
    expect([width, height]).toEqual([640, 480]);
    expect([data[(451 * 640 + 100) * 4], data[(3 * 640 + 3) * 4]]).toEqual([0, 255]);
  },
  Csv: (bytes) => expect(bytes.toString('utf8')).toMatch(/^0,1\n {3}BOOK SHOP,\n.*"The ""Confidence-Man"""/s),
  Excel: (bytes) => {
    const files = unzipSync(bytes);
    const sheet = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    expect(sheet).toContain('>The &quot;Confidence-Man&quot;<');
    expect(Object.keys(files)[0]).toBe('[Content_Types].xml');
  },
};

const TYPED = SCENARIOS.filter(({ endpoint }) => endpoint !== undefined);

/** Every endpoint and every type of result, whichever way the emulator is asked. */
export function typedSuite(mount: (options: EmulatorOptions) => Promise<Mount>): void {
  describe('results of every type', () => {
    test('there is one at least for each endpoint of recognition', () => {
      expect(new Set(TYPED.map(({ endpoint }) => endpoint))).toEqual(
        new Set(ENDPOINTS.filter(({ kind }) => kind === 'recognition').map(({ name }) => name)),
      );
    });

    test.each(TYPED)('$endpoint knows $id: $what', async ({ endpoint = '', id }) => {
      await using service = await started(mount);
      const { results, taskStatus } = await service.task(endpoint, id);
      expect(taskStatus).toBe('Completed');
      expect(results?.length).toBeGreaterThan(0);
      for (const { type } of results ?? []) expect(Object.keys(CHECKS)).toContain(type);
      for (const { type, data } of results ?? []) CHECKS[type]?.(Buffer.from(data, 'base64'));
    });

    test('no other endpoint knows such a task', async () => {
      await using service = await started(mount);
      for (const { name } of ENDPOINTS.filter((one) => one.name !== 'RecognizeTable')) {
        expect(await service.task(name, 'task-table-csv')).toMatchObject({ taskStatus: 'NotExist', results: null });
      }
    });

    test.each(ENDPOINTS)('$name plays the states, and alone knows what was posted to it', async ({ name }) => {
      await using service = await started(mount);
      expect(await service.task(name, 'task-pending')).toMatchObject({ taskStatus: 'Pending' });
      const body = JSON.stringify({ image: btoa('BM'), settings: {} });
      const headers = { Authorization: 'Bearer anything' };
      const id = await (await service.ask(`/v5.0/ocr/${name}`, { method: 'POST', headers, body })).text();
      const known = await Promise.all(
        ENDPOINTS.map(async (one) => (await service.task(one.name, id)).taskStatus !== 'NotExist'),
      );
      expect(ENDPOINTS.filter((_, at) => known[at]).map((one) => one.name)).toEqual([name]);
    });

    test('words are those of the sample, in hOCR and in a trial', async () => {
      await using service = await started(mount);
      const dataOf = async (id: string) =>
        Buffer.from((await service.task('RecognizeImage', id)).results?.[0]?.data ?? '', 'base64').toString('utf8');
      const words = [...(await dataOf('task-image-hocr')).matchAll(/x_wconf \d+">([^<]*)</g)].map(([, word]) => word);
      expect(words).toEqual(A_TRUTH.texts.join(' ').trim().split(/\s+/));
      expect(await dataOf('task-image-trial')).toBe('All men **** enveloped in *****-*****.\nGröße\n');
    });
  });
}
