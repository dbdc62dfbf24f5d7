// Finds a Chromium, or gets one. Order: CHROME_PATH, what is installed, apt-get (root on Debian), an npm package.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {aptInstall, isRoot} from './apt.mjs';
import {root} from './ensure.mjs';

const {env, platform, arch} = process;

function* linuxPaths() {
  // The old headless shell first: it is smaller, starts faster, and its tabs are never "in the background".
  yield '/usr/bin/chromium-headless-shell';
  for (const name of ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'])
    yield `/usr/bin/${name}`;
  yield '/snap/bin/chromium';
  yield '/usr/bin/microsoft-edge';
}

function* macPaths() {
  for (const base of ['/Applications', join(homedir(), 'Applications')])
    for (const name of ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'])
      yield `${base}/${name}.app/Contents/MacOS/${name}`;
}

function* windowsPaths() {
  for (const base of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]) {
    if (!base) continue;
    yield join(base, 'Google/Chrome/Application/chrome.exe');
    yield join(base, 'Microsoft/Edge/Application/msedge.exe');
  }
}

function* playwrightPaths() {
  const cache = {
    linux: join(homedir(), '.cache/ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? '', 'ms-playwright'),
  }[platform];
  if (!cache || !existsSync(cache)) return;
  const builds = readdirSync(cache).filter((name) => name.startsWith('chromium'));
  for (const build of builds.sort().reverse())
    for (const file of [
      'chrome-linux/headless_shell',
      'chrome-linux/chrome',
      'chrome-mac/headless_shell',
      'chrome-win/headless_shell.exe',
    ])
      yield join(cache, build, file);
}

function* candidates() {
  if (env.CHROME_PATH) yield env.CHROME_PATH;
  yield* {linux: linuxPaths, darwin: macPaths, win32: windowsPaths}[platform]?.() ?? [];
  yield* playwrightPaths();
}

/** Whether the program is there and starts. On Windows a browser asked for its version opens a window. */
function works(path) {
  if (!existsSync(path)) return false;
  if (platform === 'win32') return true;
  return spawnSync(path, ['--version'], {stdio: 'ignore', timeout: 20_000}).status === 0;
}

function launchOptions(executablePath) {
  const args = ['--disable-quic', '--disable-background-networking', '--no-first-run'];
  args.push('--disable-component-update', '--disable-sync');
  // Root has no sandbox; nor has a CI machine whose kernel bars user namespaces.
  if (isRoot || env.CI) args.push('--no-sandbox');
  return {
    executablePath,
    headless: /headless[-_]shell/.test(executablePath) ? 'shell' : true,
    args,
  };
}

function fromApt() {
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (aptInstall(name) && works(`/usr/bin/${name}`)) return `/usr/bin/${name}`;
  return undefined;
}

/** Into a folder of its own: an `npm install` beside package.json could remove other packages. */
async function fromNpm() {
  const folder = join(root, 'node_modules/.cache/chromium');
  const packageFolder = join(folder, 'node_modules/@sparticuz/chromium');
  if (!existsSync(packageFolder)) {
    console.error('Installing a Chromium from the npm package @sparticuz/chromium …');
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    const args = ['install', '--no-audit', '--no-fund', '--silent', '@sparticuz/chromium@147.0.0'];
    const {status} = spawnSync('npm', args, {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});
    if (status !== 0) return undefined;
  }
  const entry = join(packageFolder, 'build/esm/index.js');
  const {default: chromium} = await import(pathToFileURL(entry).href);
  return {
    executablePath: await chromium.executablePath(),
    headless: 'shell',
    args: ['--no-sandbox'],
  };
}

/** How to start a Chromium: options that both Puppeteer and Playwright take. Throws when there is none to be had. */
export async function findBrowser() {
  for (const path of candidates()) if (works(path)) return launchOptions(path);
  const path = fromApt();
  if (path) return launchOptions(path);
  const packed = platform === 'linux' && arch === 'x64' ? await fromNpm() : undefined;
  if (packed) return packed;
  throw new Error(
    'No Chromium found. Install Google Chrome or Chromium, or set CHROME_PATH to the program of one.',
  );
}
