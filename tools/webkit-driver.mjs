// Debian's WebKitGTK: one browser on a virtual screen, spoken to over WebDriver with fetch.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {aptInstall} from './apt.mjs';

const driver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';
const cpu = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const browser = `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;

/** Installs WebKitGTK, its driver and the virtual screen where they are missing. Throws where that cannot be done. */
export function requireWebKit() {
  const complete = () => [driver, screen, browser].every((path) => existsSync(path));
  if (complete()) return;
  aptInstall('webkit2gtk-driver', 'xvfb');
  if (complete()) return;
  throw new Error(
    'No WebKitGTK found. It needs Debian or Ubuntu with the packages webkit2gtk-driver and xvfb: ' +
      'as root, apt-get install webkit2gtk-driver xvfb',
  );
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
}

/** MiniBrowser's toolbar would keep the window at 447 px or more, and GTK's settings set the media features. */
function writeGtkSettings(folder, {reducedMotion}) {
  mkdirSync(join(folder, 'gtk-3.0'));
  const small =
    'font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0;';
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), `* { ${small} }\n`);
  const animations = `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`;
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), animations);
}

async function request(url, method, body) {
  const response = await fetch(url, {
    method,
    headers: {'content-type': 'application/json'},
    ...(body && {body: JSON.stringify(body)}),
  });
  const {value} = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A running browser and its driver. */
export class WebKitSession {
  #processes = [];
  #folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  #base = '';
  #session = '';

  /** Starts the virtual screen, the driver and the browser. */
  static async start(options) {
    requireWebKit();
    const session = new WebKitSession();
    await session.#start(options);
    return session;
  }

  async #start(options) {
    writeGtkSettings(this.#folder, options);
    const env = {
      ...process.env,
      DISPLAY: process.env.DISPLAY ?? (await this.#startScreen()),
      XDG_CONFIG_HOME: this.#folder,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      ...(options.dark && {GTK_THEME: 'Adwaita:dark'}),
    };
    await this.#startDriver(env);
    const capabilities = {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {binary: browser, args: ['--automation']},
      },
    };
    const {sessionId} = await request(`${this.#base}/session`, 'POST', {capabilities});
    this.#session = `${this.#base}/session/${sessionId}`;
  }

  async #startScreen() {
    const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
    const child = spawn(screen, args, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
    this.#processes.push(child);
    const [number] = await once(child.stdio[3], 'data');
    return `:${String(number).trim()}`;
  }

  async #startDriver(env) {
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    const args = [`--port=${port}`, '--host=127.0.0.1'];
    this.#processes.push(spawn(driver, args, {stdio: 'ignore', env}));
    for (let attempt = 0; attempt < 200; attempt++) {
      const ready = await request(`${this.#base}/status`, 'GET').catch(() => undefined);
      if (ready) return;
      await sleep(50);
    }
    throw new Error('WebKitWebDriver did not answer within 10 s.');
  }

  /** One WebDriver command of this session. */
  call(method, path, body) {
    return request(this.#session + path, method, body);
  }

  /** Runs the body of a function in the page; its arguments are `arguments`. */
  run(script, ...args) {
    return this.call('POST', '/execute/sync', {script, args});
  }

  /** Closes the browser and ends what was started. */
  async stop() {
    if (this.#session) await this.call('DELETE', '').catch(() => {});
    for (const child of this.#processes.reverse()) {
      if (child.exitCode !== null) continue;
      child.kill();
      await Promise.race([once(child, 'exit'), sleep(2000)]);
    }
    rmSync(this.#folder, {recursive: true, force: true});
  }
}
