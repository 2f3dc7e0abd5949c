/**
 * Finds a Chromium for the tests, or installs one, or says what to install. Never skips silently.
 * Order: CHROME_PATH, Playwright's own, Chrome/Edge/Chromium in their usual places and on PATH,
 * `npx playwright install chromium`, and as root on Debian `apt-get install -y chromium`.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const USUAL_PLACES = {
  linux: [],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) => {
    const base = process.env[root];
    return base
      ? [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')]
      : [];
  }),
};

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome'];

/** @returns {string | undefined} path of a browser that is already on the machine */
export function presentBrowser() {
  if (process.env.CHROME_PATH) {
    if (!isExecutable(process.env.CHROME_PATH))
      throw new Error(`CHROME_PATH is set, but ${process.env.CHROME_PATH} cannot be run.`);
    return process.env.CHROME_PATH;
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...(USUAL_PLACES[process.platform] ?? []), ...onPath].find(isExecutable);
}

/** @returns {string} path of a browser, installed now if there was none; throws with instructions otherwise */
export function findOrInstallBrowser() {
  const present = presentBrowser();
  if (present) return present;
  attempt('npx', ['playwright', 'install', 'chromium']);
  if (!presentBrowser() && process.platform === 'linux' && process.getuid?.() === 0) {
    attempt('apt-get', ['update']);
    attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  const installed = presentBrowser();
  if (installed) return installed;
  throw new Error(
    'The tests draw in a real Chromium and none was found, nor could one be installed.\n' +
      'Install Chrome, Edge or Chromium (Debian: apt-get install chromium), or set CHROME_PATH to its executable.',
  );
}

/** What Chromium needs here: no sandbox as root, and no calls home on a machine without a network. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

function attempt(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  } catch {
    console.log(`${command} did not work out; looking further.`);
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
