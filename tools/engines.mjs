// The browsers of the tests, by name, as launchers of @web/test-runner.
import {chromeLauncher} from '@web/test-runner-chrome';
import {findBrowser} from './browser.mjs';
import {findFirefox} from './firefox.mjs';
import {requireWebKit} from './webkit-driver.mjs';
import {webkitLauncher} from './webkit.mjs';

const engines = {
  async chromium() {
    return chromeLauncher({concurrency: 1, launchOptions: await findBrowser()});
  },
  async firefox() {
    const launchOptions = {browser: 'firefox', executablePath: findFirefox(), headless: true};
    const launcher = chromeLauncher({concurrency: 1, launchOptions});
    launcher.name = 'Firefox';
    return launcher;
  },
  async webkit() {
    requireWebKit();
    return webkitLauncher();
  },
};

/** Launchers for `chromium`, `firefox` and `webkit`, installed where possible. Throws for what cannot be had. */
export async function launchersFor(names) {
  const launchers = [];
  for (const name of names) launchers.push(await engines[name]());
  return launchers;
}
