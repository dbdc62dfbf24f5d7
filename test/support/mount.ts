import '../../src/index.js';
import type {BelvoConnect, Step} from '../../src/index.js';
import {ConsoleLog, EventLog} from './events.js';
import {Page} from './page.js';
import {startSandbox, type SandboxStart, type TestSandbox} from './sandbox.js';

/** The console of the page under test. */
export const consoleLog = new ConsoleLog(window.console);

/** How a test wants its widget. */
export interface MountOptions {
  /** By their HTML names; `true` for those without a value. `api-url` is the sandbox's unless given. */
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  /** By their names in code. Without another source, `token` is a good one. */
  readonly properties?: Partial<BelvoConnect>;
  /** A sandbox to share with other widgets of the test. */
  readonly sandbox?: TestSandbox;
  readonly sandboxOptions?: SandboxStart;
  /** Walks to a step before the test begins: with test users at Erebor Bank, for `mfa` at Heimdall Bank. */
  readonly at?: Step;
  readonly tag?: string;
}

/** A widget on a page, and what belongs to it. */
export interface Mounted {
  readonly page: Page;
  readonly element: BelvoConnect;
  readonly sandbox: TestSandbox;
  readonly events: EventLog;
}

const leftovers: (() => unknown)[] = [];

/** A server with a spare connection takes seconds to stop: one at a time, and no test waits for it. */
let stopping: Promise<unknown> = Promise.resolve();

/** Has something undone after the test, in reverse order. */
export function afterTest(undo: () => unknown): void {
  leftovers.push(undo);
}

/** A sandbox for this test, stopped some time after it; at the latest when all tests are over. */
export async function sandboxForTest(options: SandboxStart = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox(options);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= sandbox.stop());
  afterTest(() => {
    stopping = stopping.then(stop);
  });
  return {...sandbox, stop};
}

/** Puts a widget on the page, with a sandbox of its own behind it. Both are gone after the test. */
export async function mountConnect(options: MountOptions = {}): Promise<Mounted> {
  const sandbox = options.sandbox ?? (await sandboxForTest(options.sandboxOptions));
  const element = await createConnect(sandbox, options);
  const mounted = {element, sandbox, page: new Page(element), events: new EventLog(element)};
  placeForWidgets().append(element);
  await element.updateComplete;
  if (options.at) {
    if (element.presentation === 'modal') void element.open();
    await walkTo(mounted.page, options.at);
  }
  return mounted;
}

async function createConnect(
  sandbox: TestSandbox,
  {attributes = {}, properties = {}, tag = 'belvo-connect'}: MountOptions,
): Promise<BelvoConnect> {
  const element = document.createElement(tag);
  if (!isConnect(element)) throw new Error(`<${tag}> is not defined.`);
  const all: Record<string, string | boolean> = {'api-url': sandbox.url, ...attributes};
  for (const [name, value] of Object.entries(all)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  const hasSource = 'token' in properties || properties.tokenProvider || attributes['token-url'];
  if (!hasSource) element.token = await sandbox.token();
  return Object.assign(element, properties);
}

function isConnect(element: HTMLElement): element is BelvoConnect {
  return 'tokenProvider' in element;
}

/** A page as a person would meet it: with a heading and a main part. */
export function placeForWidgets(): HTMLElement {
  const present = document.querySelector('main');
  if (present) return present;
  const main = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = 'Tu cuenta';
  main.append(heading);
  document.body.append(main);
  afterTest(() => main.remove());
  return main;
}

async function walkTo(page: Page, goal: Step): Promise<void> {
  if (goal === 'idle') return;
  await page.waitForStep(page.element.institution ? 'credentials' : 'intro');
  if (goal === page.element.step) return;
  if (page.element.step === 'intro') {
    await page.pressPart('primary-button');
    if (goal !== 'institutions') {
      const bank = goal === 'mfa' ? 'Heimdall Bank (Pruebas MFA)' : 'Erebor Bank';
      await page.pick(bank, /M[eé]xico|^[^·]*$/);
    }
  }
  if (goal === 'success') await page.signIn('bnk100', 'full');
  if (goal === 'mfa') await page.signIn('mfa_default', 'pass_valid');
  if (goal === 'failure') await page.signIn('down', 'pass_valid');
  if (goal === 'leave' || goal === 'survey') {
    await page.waitForStep('credentials');
    await page.pressPart('close-button');
  }
  if (goal === 'survey') await page.pressPart('secondary-button');
  await page.waitForStep(goal);
}

afterEach(async () => {
  while (leftovers.length > 0) await leftovers.pop()?.();
  const unread = consoleLog.take();
  if (unread.length > 0) throw new Error(`Unexpected in the console: ${unread.join('\n')}`);
});
