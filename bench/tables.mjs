/**
 * What is measured. `contests` stand in the order of the columns, ours first; each is a function of `page/main.ts` or
 * `peers/main.ts` and is measured on a page of its own. `most`: beyond this size a contestant takes minutes and is left out.
 * `against`: the row of the others that this one stands beside, where it is another. Rows are ms unless they say otherwise.
 * `own`: a browser to itself, so that its memory can be told.
 */
const drawing = {
  name: 'drawing',
  title: (size) => `Drawing ${size} regions, script and raster a frame (fit, reading size, zooming, hover)`,
  sizes: { full: [1000, 10_000, 50_000, 1_000_000], quick: [1000, 50_000] },
  contests: [
    { run: 'drawOurs', label: 'Regionscope' },
    { run: 'drawRaw', label: 'raw canvas2D' },
    { run: 'drawNodes', label: 'react-konva, a node each', most: 50_000 },
    { run: 'drawSvg', label: 'Annotorious', page: 'peers', most: 10_000 },
    { run: 'drawWebgl', label: 'Annotorious + OpenSeadragon', page: 'peers', most: 10_000 },
  ],
  rows: [
    { row: 'first paint' },
    { row: 'settled' },
    { row: 'idle' },
    { row: 'fit' },
    { row: 'fit, worst' },
    { row: 'fit, gap' },
    { row: 'reading' },
    { row: 'reading, worst' },
    { row: 'reading, gap' },
    { row: 'zoom' },
    { row: 'zoom, worst' },
    { row: 'zoom, gap' },
    { row: 'hover' },
    { row: 'hover, worst' },
    { row: 'fit, numbers', against: 'fit' },
    { row: 'reading, numbers', against: 'reading' },
    { row: 'heap MB' },
  ],
};

const decode = {
  name: 'decode',
  title: (size) => `Decoding ${size} rectangles on the page's own thread`,
  sizes: { full: [1_000_000], quick: [1_000_000] },
  contests: [
    { run: 'decodeOurs', label: 'Regionscope' },
    { run: 'decodeBareJson', label: 'JSON.parse of ready text' },
    { run: 'decodeBareBase64', label: 'atob + JSON.parse' },
  ],
  rows: [{ row: 'decode' }, { row: 'heap MB' }],
};

const firstBox = {
  name: 'first-box',
  title: (size) => `From the answer's body to boxes on the screen, ${size} regions, on a cold page`,
  sizes: { full: [5000, 100_000, 1_000_000], quick: [5000, 100_000] },
  contests: [
    { run: 'firstBoxOurs', label: 'Regionscope' },
    { run: 'firstBoxBare', label: 'atob + JSON.parse + paths' },
  ],
  rows: [
    { row: 'first box' },
    { row: 'decode' },
    { row: 'join' },
    { row: 'paint' },
    { row: 'all boxes' },
    { row: 'longest block' },
  ],
};

const list = {
  name: 'list',
  title: (size) => `The list of ${size} rows`,
  sizes: { full: [1000, 50_000, 1_000_000], quick: [1000, 1_000_000] },
  contests: [
    { run: 'listOurs', label: 'Regionscope' },
    { run: 'listPlain', label: 'plain DOM', most: 50_000 },
  ],
  rows: [
    { row: 'mount' },
    { row: 'scroll' },
    { row: 'scroll, worst' },
    { row: 'scroll, gap' },
    { row: 'nodes' },
    { row: 'heap MB' },
  ],
};

const image = {
  name: 'image',
  title: () => 'A JPEG of 12,000 x 16,000 px, from the file in memory to the screen',
  own: true,
  scan: true,
  sizes: { full: [1], quick: [1] },
  contests: [
    { run: 'imageOurs', label: 'Regionscope' },
    { run: 'imageBitmap', label: 'createImageBitmap' },
    { run: 'imageElement', label: '<img>' },
  ],
  rows: [
    { row: 'first picture' },
    { row: 'all of it' },
    { row: 'longest block' },
    { row: 'fit' },
    { row: 'fit, worst' },
    { row: 'reading' },
    { row: 'reading, worst' },
    { row: 'reading, gap' },
    { row: 'peak MB' },
  ],
};

const crops = {
  name: 'crops',
  title: (size) => `${size} word crops of a 3,000 x 4,000 page as PNG (ours with hashes, manifest and ZIP)`,
  own: true,
  sizes: { full: [10_000], quick: [1000] },
  contests: [
    { run: 'cropsOurs', label: 'Regionscope' },
    { run: 'cropsToBlob', label: 'canvas.toBlob in turn' },
    { run: 'cropsBare', label: 'bare @jsquash/png' },
  ],
  rows: [
    { row: 'crops a second' },
    { row: 'longest block' },
    { row: 'heap MB' },
    { row: 'ZIP MB' },
    { row: 'peak MB' },
  ],
};

export const TABLES = [drawing, decode, firstBox, list, image, crops];
