// Pictures of a page, for developers: node tools/shoot.mjs --url http://localhost:5173/ --sizes 360x740,1280x800
//   --scheme light,dark (light)   --out shots (that folder)   --wait '.ready' (nothing)   --full (the whole page)
import './ensure.mjs';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {findBrowser} from './browser.mjs';

const {values} = parseArgs({
  options: {
    url: {type: 'string'},
    out: {type: 'string', default: 'shots'},
    sizes: {type: 'string', default: '360x740,1280x800'},
    scheme: {type: 'string', default: 'light'},
    wait: {type: 'string'},
    full: {type: 'boolean', default: false},
  },
});

function readSize(text) {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text) ?? [];
  if (!width) throw new Error(`--sizes: "${text}" is not a size such as 360x740.`);
  return {width: Number(width), height: Number(height)};
}

function nameOf(url, {width, height}, scheme) {
  const {pathname, search} = new URL(url);
  const page = `${pathname}${search}`.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-|-$/g, '');
  return `${page || 'index'}-${width}x${height}-${scheme}.png`;
}

async function shoot(browser, viewport, colorScheme) {
  const page = await browser.newPage({viewport, colorScheme, reducedMotion: 'reduce'});
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`The page says: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.error(`The page threw: ${error.message}`));
  await page.goto(values.url, {waitUntil: 'networkidle'});
  if (values.wait) await page.locator(values.wait).first().waitFor();
  const path = join(values.out, nameOf(values.url, viewport, colorScheme));
  await page.screenshot({path, fullPage: values.full});
  console.log(path);
  await page.close();
}

async function main() {
  if (!values.url) throw new Error('--url is missing: the address of the page.');
  const sizes = values.sizes.split(',').map(readSize);
  const {chromium} = await import('playwright-core');
  const {executablePath, args} = await findBrowser();
  const browser = await chromium.launch({executablePath, args});
  mkdirSync(values.out, {recursive: true});
  try {
    for (const size of sizes)
      for (const scheme of values.scheme.split(',')) await shoot(browser, size, scheme);
  } finally {
    await browser.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
