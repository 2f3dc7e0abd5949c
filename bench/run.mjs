/**
 * `npm run bench [-- NAME ...] [--quick] [--json FILE] [--markdown FILE] [--rounds N]`: tables of medians and ratios, measured in
 * the Chromium of the tests: ours, the least that anybody could do, and the peers, in turns, each time on a fresh page.
 */
import { writeFileSync } from 'node:fs';
import { FRAME, measureFrame } from './frame.mjs';
import { installPeers } from './peers.mjs';
import { describeMachine, markdown, printHead, printTable, summed } from './report.mjs';
import { openSite } from './site.mjs';
import { measureStart, START } from './start.mjs';
import { TABLES } from './tables.mjs';

const options = readOptions(process.argv.slice(2));
const asked = (name) => options.names.length === 0 || options.names.includes(name);
const tables = TABLES.filter(({ name }) => asked(name));

const report = { machine: describeMachine(null), rounds: options.rounds, quick: options.quick, tables: [] };
if (asked(START)) report.tables.push(await measureStart());
if (tables.length > 0 || asked(FRAME)) await inBrowser();
else printHead(report);
if (asked(START)) printTable(report.tables[0]);
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
if (options.markdown) writeFileSync(options.markdown, markdown(report));

async function inBrowser() {
  const peers = tables.some(({ contests }) => contests.some(({ page }) => page === 'peers')) && installPeers();
  const site = await openSite({ peers });
  try {
    report.machine = describeMachine(site.version);
    printHead(report);
    for (const table of tables) {
      if (table.scan) await site.provideScan();
      for (const size of table.sizes[options.quick ? 'quick' : 'full']) {
        const measured = await measureTable(site, table, size, peers);
        printTable(measured);
        report.tables.push(measured);
      }
    }
    if (asked(FRAME)) {
      for (const proof of await measureFrame(site)) {
        printTable(proof);
        report.tables.push(proof);
      }
    }
  } finally {
    await site.close();
  }
}

async function measureTable(site, table, size, peers) {
  const task = { size, frames: options.quick ? 90 : 300 };
  const runs = Object.fromEntries(table.contests.map(({ run }) => [run, []]));
  const present = table.contests.filter(({ most = Infinity, page }) => size <= most && (page !== 'peers' || peers));
  const failed = new Map();
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contest of present) {
      if (failed.has(contest.run)) continue;
      try {
        runs[contest.run].push(await site.measure({ ...contest, own: table.own }, task));
      } catch (error) {
        // One that breaks keeps nobody else from being measured; ours may not break.
        if (contest === table.contests[0]) throw error;
        failed.set(contest.run, `${contest.label} gave up: ${error.message.split('\n')[0]}`);
      }
    }
  }
  return {
    name: table.name,
    size,
    title: table.title(size.toLocaleString('en')),
    contests: Object.fromEntries(table.contests.map(({ run, label }) => [run, label])),
    rows: summed(table, runs),
    notes: [...failed.values()],
  };
}

function readOptions(given) {
  const rest = [...given];
  const take = (name) => {
    const at = rest.indexOf(`--${name}`);
    return at < 0 ? undefined : rest.splice(at, 2)[1];
  };
  const flag = (name) => {
    const at = rest.indexOf(`--${name}`);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  };
  const quick = flag('quick');
  const json = take('json');
  const markdown = take('markdown');
  const rounds = Number(take('rounds') ?? (quick ? 1 : 3));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds needs a whole number above 0.');
  const known = [...TABLES.map(({ name }) => name), FRAME, START];
  const unknown = rest.find((name) => !known.includes(name));
  if (unknown) throw new Error(`There is no table "${unknown}". There are ${known.join(', ')}.`);
  return { names: rest, quick, json, markdown, rounds };
}
