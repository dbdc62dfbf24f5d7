// Tests in real browsers. `npm test` runs this; alone: node --import tsx node_modules/.bin/wtr. BROWSERS=chromium,firefox
// names the engines.
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';
import {fileURLToPath} from 'node:url';
import {sandboxServer} from './test/support/sandbox-plugin.ts';
import {countReporter} from './tools/count-reporter.mjs';
import {launchersFor} from './tools/engines.mjs';

const sandboxes = sandboxServer();
const {BROWSERS = 'chromium'} = process.env;

// A page as a person would meet it: with a language, a title and a size that follows the device.
const testPage = (testFramework) => `<!doctype html>
<html lang="es">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>belvo-connect</title>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`;

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  nodeResolve: {exportConditions: ['development', 'browser']},
  plugins: [
    a11ySnapshotPlugin(),
    sandboxes.plugin,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [sandboxes.middleware],
  testRunnerHtml: testPage,
  testFramework: {config: {timeout: 15_000}},
  // The machines that run this may be slow and busy; a browser that needs longer than a minute is stuck.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  concurrentBrowsers: 2,
  browsers: await launchersFor(BROWSERS.split(',')),
  // Lit says once a page that it is its development build, which is what we want here.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  staticLogging: !process.stdout.isTTY,
  reporters: [defaultReporter(), countReporter()],
};
