// Import this first: it makes sure that Node is new enough and that the dependencies of the lock file are installed.
// Uses nothing but Node. Whoever imports it must load packages with `await import()`, so that this runs before.
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const oldestNode = [20, 19];

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(
    `This is Node ${process.versions.node}, but Node ${oldestNode.join('.')} or newer is needed.`,
  );
  process.exit(1);
}

function packagesIn(lockFile) {
  const file = join(root, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** An optional package must be there when it is the native part made for this system. */
function mustBePresent({os, cpu, libc, optional}) {
  if (!optional) return true;
  return !libc && os?.includes(process.platform) && cpu?.includes(process.arch);
}

/** npm keeps a list of what it installed, and removes it before it changes anything. */
function installed() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      return path in present ? present[path].version === entry.version : !mustBePresent(entry);
    })
  );
}

function install() {
  console.error('Installing the dependencies (npm ci) …');
  const started = performance.now();
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) {
    console.error(
      `Dependencies installed in ${Math.round((performance.now() - started) / 1000)} s.`,
    );
    return;
  }
  console.error(
    'The dependencies could not be installed: npm ci failed, for the reason above. It needs the npm registry: ' +
      'check the network (and the proxy, if there is one), then run this again.',
  );
  process.exit(1);
}

requireNode();
if (!installed()) install();
