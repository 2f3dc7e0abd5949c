/**
 * The proof of the frame check: 450 drawn pages of text whose truth is known, and a group of their own of 60 pages of loose boxes. What
 * is tuned is tuned on the even cases; `docs/performance.md` says how far that holds.
 */
export const FRAME = 'frame';

const TEXT = 450;
const LOOSE = 60;
/** What one page is asked at once. */
const PORTION = 30;
const HALVES = { odd: 'odd cases: reported', even: 'even cases: tuned on them' };
const REGIONS = 2000;

const other = (kind) => kind !== 'fits' && kind !== 'cannot tell';
const right = ({ first }) => first === 'right';

export async function measureFrame(site) {
  const cases = TEXT + LOOSE;
  const counts = {};
  for (let from = 0; from < cases; from += PORTION) {
    const some = await site.measure({ run: 'frameProof' }, { size: from, frames: Math.min(PORTION, cases - from) });
    for (const [key, count] of Object.entries(some)) counts[key] = (counts[key] ?? 0) + count;
  }
  const time = await site.measure({ run: 'frameTime' }, { size: REGIONS, frames: 1 });
  const results = Object.entries(counts).map(([key, count]) => {
    const [half, group, kind, verdict, first] = key.split('/');
    return { half, group, kind, verdict, first, count };
  });
  const times = Object.entries(time).map(([name, ms]) => ({ row: name, medians: { odd: ms, even: null }, ratios: {} }));
  const of = (group) => results.filter((one) => one.group === group);
  return [
    table(
      `Frame check: ${TEXT} drawn pages of text, counts; ${REGIONS} regions on 12 megapixels in a worker, ms`,
      of('text'),
      times,
    ),
    table(
      `Frame check: ${LOOSE} drawn pages of boxes that are mostly paper (fields, cells, areas), counts`,
      of('loose'),
      [],
    ),
  ];
}

function table(title, results, times) {
  const kinds = [...new Set(results.map(({ kind }) => kind))].filter(other);
  const counted = (half, is) =>
    results.filter((one) => one.half === half && is(one)).reduce((sum, { count }) => sum + count, 0);
  const row = (name, of) => ({
    row: name,
    medians: Object.fromEntries(Object.keys(HALVES).map((half) => [half, of(half)])),
    ratios: {},
  });
  return {
    name: FRAME,
    title,
    contests: HALVES,
    rows: [
      row('transformed', (half) => counted(half, ({ kind }) => other(kind))),
      row('of them right way first', (half) => counted(half, (one) => other(one.kind) && right(one))),
      row(
        'of them right way first, %',
        (half) =>
          (100 * counted(half, (one) => other(one.kind) && right(one))) / counted(half, ({ kind }) => other(kind)),
      ),
      row('of them "fits only if" the right way', (half) =>
        counted(half, (one) => other(one.kind) && right(one) && one.verdict === 'fits only if'),
      ),
      row('of them "fits", wrongly', (half) => counted(half, ({ verdict }) => verdict === 'fits, wrongly')),
      row('pages that fit', (half) => counted(half, ({ kind }) => kind === 'fits')),
      row('of them "fits" and nothing suggested', (half) =>
        counted(half, ({ kind, verdict, first }) => kind === 'fits' && verdict === 'fits' && first === 'none'),
      ),
      row('pages of which nobody could tell', (half) => counted(half, ({ kind }) => kind === 'cannot tell')),
      row('of them "cannot tell"', (half) =>
        counted(half, ({ kind, verdict }) => kind === 'cannot tell' && verdict === 'cannot tell'),
      ),
      ...kinds.map((kind) =>
        row(`${kind}: right first, %`, (half) => {
          const all = counted(half, (one) => one.kind === kind);
          return all === 0 ? null : (100 * counted(half, (one) => one.kind === kind && right(one))) / all;
        }),
      ),
      ...times,
    ],
    notes: [],
  };
}
