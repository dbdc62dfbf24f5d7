// Finds a Firefox, or installs Debian's Firefox ESR.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {aptInstall} from './apt.mjs';

const paths = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [join(process.env.PROGRAMFILES ?? '', 'Mozilla Firefox/firefox.exe')],
};

/** Path of the program. Throws when there is none to be had. */
export function findFirefox() {
  const find = () =>
    [process.env.FIREFOX_PATH, ...(paths[process.platform] ?? [])].find(
      (path) => path && existsSync(path),
    );
  const found = find() ?? (aptInstall('firefox-esr') ? find() : undefined);
  if (found) return found;
  throw new Error(
    'No Firefox found. Install Firefox (on Debian, as root: apt-get install firefox-esr), or set FIREFOX_PATH to it.',
  );
}
