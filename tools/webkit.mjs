// A @web/test-runner launcher for WebKitGTK: Safari's engine without Apple's platform.
import {setTimeout as sleep} from 'node:timers/promises';
import {PNG} from 'pngjs';
import {WebKitSession} from './webkit-driver.mjs';

const keyCodes = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};
const keyDown = (key) => ({type: 'keyDown', value: keyCodes[key] ?? key});
const keyUp = (key) => ({type: 'keyUp', value: keyCodes[key] ?? key});
const buttonOf = (options) => ({left: 0, middle: 1, right: 2})[options?.button ?? 'left'];
const moveTo = (x, y) => ({type: 'pointerMove', duration: 0, x, y});

/** `Shift+Tab` as the keys that go down and then, the other way round, up. */
function press(combination) {
  const keys = combination.length > 1 ? combination.split('+') : [combination];
  return [...keys.map(keyDown), ...keys.toReversed().map(keyUp)];
}

// An element's own screenshot is all black, and so is the page's before its first paint: wait, take the page, cut.
const rectangleAfterPaint = `
  const [element, done] = arguments;
  element.scrollIntoView({block: 'nearest'});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    const {x, y, width, height} = element.getBoundingClientRect();
    done([x, y, width, height].map((n) => Math.max(0, Math.round(n * devicePixelRatio))));
  }, 250)));
`;

/** What @web/test-runner-commands uses of Playwright's Page. */
class WebKitPage {
  #session;

  constructor(session) {
    this.#session = session;
  }

  #act(type, actions) {
    const parameters = type === 'pointer' ? {parameters: {pointerType: 'mouse'}} : {};
    const body = {actions: [{type, id: type, ...parameters, actions}]};
    return this.#session.call('POST', '/actions', body);
  }

  keyboard = {
    type: (text) =>
      this.#act(
        'key',
        [...text].flatMap((key) => [keyDown(key), keyUp(key)]),
      ),
    press: (keys) => this.#act('key', press(keys)),
    down: (key) => this.#act('key', [keyDown(key)]),
    up: (key) => this.#act('key', [keyUp(key)]),
  };

  mouse = {
    move: (x, y) => this.#act('pointer', [moveTo(x, y)]),
    click: (x, y, options) => {
      const button = buttonOf(options);
      const click = [
        {type: 'pointerDown', button},
        {type: 'pointerUp', button},
      ];
      return this.#act('pointer', [moveTo(x, y), ...click]);
    },
    down: (options) => this.#act('pointer', [{type: 'pointerDown', button: buttonOf(options)}]),
    up: (options) => this.#act('pointer', [{type: 'pointerUp', button: buttonOf(options)}]),
  };

  emulateMedia() {
    throw new Error('WebDriver has no emulateMedia: give reducedMotion or dark to the launcher.');
  }

  #innerSize() {
    return this.#session.run('return [innerWidth, innerHeight]');
  }

  /** The window is larger than the page by an unknown frame: ask for the difference until it fits. */
  async setViewportSize({width, height}) {
    for (let attempt = 0; attempt < 5; attempt++) {
      const [nowWide, nowHigh] = await this.#innerSize();
      if (nowWide === width && nowHigh === height) return;
      const frame = await this.#session.call('GET', '/window/rect');
      const size = {width: frame.width + width - nowWide, height: frame.height + height - nowHigh};
      await this.#session.call('POST', '/window/rect', {x: 0, y: 0, ...size});
      await this.#untilResized(nowWide, nowHigh);
    }
  }

  async #untilResized(fromWide, fromHigh) {
    for (let look = 0; look < 20; look++) {
      const [wide, high] = await this.#innerSize();
      if (wide !== fromWide || high !== fromHigh) return;
      await sleep(25);
    }
  }

  async evaluateHandle(find, ...args) {
    const element = await this.#session.run(`return (${find}).apply(null, arguments)`, ...args);
    return {asElement: () => element && {screenshot: () => this.#screenshot(element)}};
  }

  async #screenshot(element) {
    const body = {script: rectangleAfterPaint, args: [element]};
    const [x, y, wide, high] = await this.#session.call('POST', '/execute/async', body);
    const page = PNG.sync.read(
      Buffer.from(await this.#session.call('GET', '/screenshot'), 'base64'),
    );
    const [width, height] = [Math.min(wide, page.width - x), Math.min(high, page.height - y)];
    const cut = new PNG({width, height});
    PNG.bitblt(page, cut, x, y, width, height, 0, 0);
    return PNG.sync.write(cut);
  }
}

class WebKitLauncher {
  name = 'WebKitGTK';
  // So that @web/test-runner-commands calls getPage().
  type = 'playwright';
  concurrency = 1;
  #options;
  #starting;
  #session;
  #urls = new Map();

  constructor(options) {
    this.#options = options;
  }

  async initialize() {}

  async startSession(id, url) {
    this.#starting ??= WebKitSession.start(this.#options);
    this.#session = await this.#starting;
    this.#urls.set(id, url);
    await this.#session.call('POST', '/url', {url});
  }

  isActive(id) {
    return this.#urls.has(id);
  }

  getBrowserUrl(id) {
    return this.#urls.get(id);
  }

  getPage() {
    return new WebKitPage(this.#session);
  }

  /** Releases what is still pressed, as the next test file gets the same window. */
  async stopSession(id) {
    this.#urls.delete(id);
    await this.#session.call('DELETE', '/actions');
    await this.#session.call('POST', '/url', {url: 'about:blank'});
    return {};
  }

  startDebugSession() {
    throw new Error('WebKitGTK cannot be debugged from here.');
  }

  async stop() {
    await this.#session?.stop();
  }
}

/** Options: `reducedMotion` and `dark` set the media features, which WebDriver cannot change later. */
export const webkitLauncher = (options = {}) => new WebKitLauncher(options);
