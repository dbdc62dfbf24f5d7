// Installs Debian packages where that needs no question: as root, on a system with apt-get.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';

/** Whether this process may do everything, as in a container. */
export const isRoot = process.getuid?.() === 0;

const canInstall = process.platform === 'linux' && isRoot && existsSync('/usr/bin/apt-get');
let listsAreFresh = false;

function apt(...args) {
  const {status} = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    timeout: 300_000,
  });
  return status === 0;
}

/** Installs the packages, saying so. False when this is no Debian, not root, or apt-get fails. */
export function aptInstall(...packages) {
  if (!canInstall) return false;
  console.error(`Installing ${packages.join(' and ')} with apt-get …`);
  listsAreFresh ||= apt('update');
  return listsAreFresh && apt('-y', 'install', '--no-install-recommends', ...packages);
}
