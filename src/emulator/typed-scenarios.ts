/** Results of every type, each at the one endpoint that sends it: elsewhere its id is unknown, as in the service. */
import type { ResultEntry } from '../core/ocr/task.ts';
import type { SampleTruth } from '../core/samples/truth.ts';
import { hocrPages, regionsOf } from './hocr.ts';
import { blocksJson, pagesJson } from './json-results.ts';
import { pagePicture } from './page-picture.ts';
import { pdfFile } from './pdf-file.ts';
import { base64, base64OfBytes, completed, textEntry } from './results.ts';
import type { Scenario } from './scenarios.ts';
import { csvFile, type Sheet, workbookFile } from './sheet-files.ts';
import { AT_ONCE } from './task-script.ts';

type Results = (truth: SampleTruth) => readonly ResultEntry[] | Promise<readonly ResultEntry[]>;

const TABLE: Sheet = [
  ['   BOOK SHOP', ''],
  ['Title', 'Price'],
  ['Moby-Dick; or, The Whale', '12,50'],
  ['Typee', '9,00'],
  ['The "Confidence-Man"', '8,75'],
];
const RECEIPT = 'BOOK SHOP\n1 Moby-Dick; or, The Whale   12,50\n1 Typee   9,00\nTOTAL   21,50 €\nThank you!';
const LABEL: SampleTruth['texts'] = ['WHALE OIL', 'Net 1 l', 'Best before 1851'];

export const TYPED_SCENARIOS: readonly Scenario[] = [
  row('regions-hocr', 'RecognizeRegions', 'Completed, a page of hOCR for each region', (truth) =>
    regionsOf(truth).map((region) => named('Hocr', base64(hocrPages(truth, [[region]])))),
  ),
  row('image-text', 'RecognizeImage', 'Completed, the text of the whole page', ({ texts }) => [
    textEntry(texts.join('\n')),
  ]),
  row('image-json', 'RecognizeImage', 'Completed, JSON with pages and areas', (truth) => [
    named('JSON', base64(pagesJson(truth))),
  ]),
  row('image-hocr', 'RecognizeImage', 'Completed, hOCR with confidences', (truth) => [hocr(truth)]),
  row('image-pdf', 'RecognizeImage', 'Completed, Text, Pdf and Hocr from one request', async (truth) => [
    textEntry(truth.texts.join('\n')),
    await pdf(truth),
    hocr(truth),
  ]),
  row('image-png', 'RecognizeImage', 'Completed, the picture as the service prepared it', async (truth) => [
    named('ImagePNG', base64OfBytes(await pagePicture(truth))),
  ]),
  row('image-trial', 'RecognizeImage', 'Completed, text with words masked as in a trial', ({ texts }) => [
    textEntry(masked(texts.join('\n'))),
  ]),
  row('pdf-pdf', 'RecognizePdf', 'Completed, a PDF', async (truth) => [await pdf(truth)]),
  row('pdf-hocr', 'RecognizePdf', 'Completed, hOCR of two pages', (truth) => [
    named('Hocr', base64(hocrPages(truth, [regionsOf(truth), regionsOf(truth).slice(0, 2)]))),
  ]),
  row('table-csv', 'RecognizeTable', 'Completed, a CSV', () => [csv()]),
  row('table-excel', 'RecognizeTable', 'Completed, CSV and workbook from one request', () => [
    csv(),
    named('Excel', base64OfBytes(workbookFile(TABLE))),
  ]),
  row('receipt-text', 'RecognizeReceipt', 'Completed, the text of a receipt', () => [textEntry(RECEIPT)]),
  row('label-json', 'RecognizeLabel', 'Completed, JSON: a list of blocks with corners', (truth) => [
    named('JSON', base64(blocksJson({ ...truth, regions: truth.regions.slice(0, LABEL.length), texts: LABEL }))),
  ]),
];

function row(id: string, endpoint: NonNullable<Scenario['endpoint']>, what: string, results: Results): Scenario {
  const outcome: Scenario['outcome'] = async (_kind, truth) => completed(await results(truth));
  return { id: `task-${id}`, endpoint, what, script: AT_ONCE, outcome };
}

function named(type: string, data: string): ResultEntry {
  return { type, data };
}

function hocr(truth: SampleTruth): ResultEntry {
  return named('Hocr', base64(hocrPages(truth, [regionsOf(truth)])));
}

async function pdf(truth: SampleTruth): Promise<ResultEntry> {
  return named('Pdf', base64OfBytes(await pdfFile(truth)));
}

function csv(): ResultEntry {
  return named('Csv', base64(csvFile(TABLE)));
}

/** Every third word, as in the one result of a trial that the vendor published: `Lorem ipsum dolor *** amet`. */
function masked(text: string): string {
  let word = 0;
  return text.replace(/\S+/g, (whole) => {
    word += 1;
    return word % 3 === 0 ? whole.replace(/[\p{L}\p{N}]/gu, '*') : whole;
  });
}
