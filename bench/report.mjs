import { cpus, platform, totalmem } from 'node:os';

/** @returns rows of medians, and of ours as a multiple of each of the others' */
export function summed({ rows }, runs) {
  const [ours, ...others] = Object.keys(runs);
  return rows
    .map(({ row, against = row }) => {
      const medians = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, median(all, row)]));
      const ratios = Object.fromEntries(
        others.map((other) => [other, ratio(medians[ours], median(runs[other], against))]),
      );
      return { row, medians, ratios };
    })
    .filter(({ medians }) => Object.values(medians).some((value) => value !== null));
}

export function printHead({ machine, rounds }) {
  console.log(
    `\n${machine}\nMedians of ${rounds} alternating ${rounds === 1 ? 'run' : 'runs'}; ms unless a row says otherwise.`,
  );
  console.log('In brackets ours as a multiple of it. Only figures of one run can be compared.');
}

export function printTable({ title, contests, rows, notes }) {
  const names = Object.keys(contests);
  const lines = rows.map(({ row, medians, ratios }) => [
    row,
    ...names.map((name) => `${figure(medians[name])}${bracket(ratios[name])}`),
  ]);
  const head = ['', ...Object.values(contests)];
  const widths = head.map((cell, at) => Math.max(cell.length, ...lines.map((line) => line[at].length)));
  const text = (cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ');
  console.log(`\n${title}\n${text(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const line of lines) console.log(text(line));
  for (const note of notes) console.log(note);
}

/** The same for a document, without the columns of those who were not measured. */
export function markdown({ machine, rounds, quick, tables }) {
  const head = `${machine}; medians of ${rounds} alternating run${rounds === 1 ? '' : 's'}${quick ? ', quick' : ''}.`;
  return `${[head, ...tables.map(markdownTable)].join('\n\n')}\n`;
}

function markdownTable({ title, contests, rows, notes }) {
  const names = Object.keys(contests).filter((name) => rows.some(({ medians }) => medians[name] !== null));
  const body = rows.map(({ row, medians, ratios }) =>
    line([row, ...names.map((name) => `${figure(medians[name])} ${bracket(ratios[name]).trim()}`.trim())]),
  );
  const table = [line(['', ...names.map((name) => contests[name])]), line(['---', ...names.map(() => '---')]), ...body];
  return [`### ${title}`, table.join('\n'), ...notes].join('\n\n');
}

function line(cells) {
  return `| ${cells.join(' | ')} |`;
}

export function describeMachine(version) {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cpu?.model.trim() ?? 'unknown processor'} x ${cpus().length}, ${memory}, ${platform()}, Node ${process.version}${version ? `, Chromium ${version} headless, no GPU` : ''}`;
}

function figure(value) {
  if (value === null) return '-';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function bracket(value) {
  if (value === undefined) return '';
  return value === null ? ' '.repeat(9) : ` (${plain(value)})`.padStart(9);
}

/** Two digits that count, never as 1.3e+2. */
function plain(ratio) {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2);
}

function median(runs, row) {
  const values = runs.map((run) => run[row]).filter((value) => value !== undefined);
  return values.length === 0 ? null : values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

function ratio(ours, other) {
  return ours === null || other === null || other <= 0 ? null : ours / other;
}
