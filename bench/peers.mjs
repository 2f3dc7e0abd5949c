import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'peers');
const lock = join(folder, 'package-lock.json');
/** What was installed from: a lock that has changed since is installed anew. */
const stamp = join(folder, 'node_modules', '.installed-from');

/** Installs the libraries to compare with into `bench/peers/node_modules`. False, in words, where that does not work out. */
export function installPeers() {
  const wanted = readFileSync(lock, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  console.log('Installing the libraries to compare with into bench/peers/node_modules.');
  try {
    execFileSync(
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', '--loglevel=error'],
      {
        cwd: folder,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
        timeout: 180_000,
      },
    );
    writeFileSync(stamp, wanted);
    return true;
  } catch {
    const names = Object.keys(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies);
    console.log(`Could not install ${names.join(', ')}: their columns stay empty.`);
    return false;
  }
}
