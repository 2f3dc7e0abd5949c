/**
 * `npm test`: everything, in the order in which it fails fastest, ending with one line that counts all tests.
 * Types, lint, format, dead code; unit, property and emulator tests; browser tests; the build and its size; end to end in Chromium.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallBrowser } from './support/find-browser.mjs';

const REPORTS = 'test-results';
const counts = { passed: 0, failed: 0 };

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const browser = findOrInstallBrowser();
process.env.CHROME_PATH = browser;
console.log(`Browser: ${browser}`);

check('types', 'npm', ['run', '--silent', 'types']);
check('lint and format', 'npm', ['run', '--silent', 'lint']);
check('dead code', 'npm', ['run', '--silent', 'dead']);
vitest('unit');
vitest('browser');
check('build and its size', 'npm', ['run', '--silent', 'build']);
e2e();

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function run(command, args) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** A check that is not made of tests counts as one. */
function check(name, command, args) {
  const ok = run(command, args);
  counts[ok ? 'passed' : 'failed'] += 1;
  if (!ok) console.log(`${name}: failed`);
}

function vitest(project) {
  const file = `${REPORTS}/${project}.json`;
  const ok = run('npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  count(ok, () => {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
  });
}

function e2e() {
  const ok = run('npx', ['playwright', 'test']);
  count(ok, () => {
    const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(`${REPORTS}/e2e.json`, 'utf8')).stats;
    return { passed: expected, failed: unexpected + flaky + skipped };
  });
}

/** A run that broke before it could report, or reported success but exited otherwise, is a failure too. */
function count(ok, read) {
  const seen = ok || reportExists(read) ? read() : { passed: 0, failed: 1 };
  counts.passed += seen.passed;
  counts.failed += ok ? seen.failed : Math.max(seen.failed, 1);
  if (seen.passed === 0) counts.failed += 1;
}

function reportExists(read) {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
