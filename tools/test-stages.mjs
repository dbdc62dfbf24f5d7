// The stages of `npm test`. Each says whether it passed, what it printed and, when it ran tests, their counts.
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {bin, runNode} from './run.mjs';

const linted = ['src', 'test', 'demo', 'tools', 'vite.config.ts', 'web-test-runner.config.mjs'];

/** Programs one after the other; all of them, so that one run tells everything. */
async function programs(...commands) {
  let output = '';
  let passed = true;
  for (const command of commands) {
    const result = await runNode(command, {capture: true});
    output += result.output;
    passed &&= result.code === 0;
  }
  return {passed, output};
}

/** A runner that writes counts. One that could not start, or broke off, counts as a failed test. */
async function runner(args, {capture, env = {}}) {
  const folder = mkdtempSync(join(tmpdir(), 'belvo-connect-test-'));
  const file = join(folder, 'counts.json');
  const result = await runNode(args, {capture, env: {...env, TEST_COUNTS_FILE: file}});
  const counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {passed: 0, failed: 0, skipped: 0};
  rmSync(folder, {recursive: true});
  if (result.code !== 0 && counts.failed === 0) counts.failed = 1;
  return {passed: result.code === 0 && counts.failed === 0, output: result.output, counts};
}

const reporter = new URL('node-reporter.mjs', import.meta.url).href;

/** A file that is not done after three minutes hangs. */
function nodeTests(files, capture) {
  if (files.length === 0) return {passed: false, output: 'No test files were found.\n'};
  const args = [
    '--import',
    'tsx',
    '--test',
    '--test-timeout=180000',
    `--test-reporter=${reporter}`,
    ...files,
  ];
  return runner(args, {capture});
}

function browserTests(files, browsers) {
  if (files.length === 0) return {passed: false, output: 'No test files were found.\n'};
  const args = ['--import', 'tsx', bin('@web/test-runner/dist/bin.js'), '--files', ...files];
  return runner(args, {capture: false, env: {BROWSERS: browsers.join(',')}});
}

const tsc = (project) => [bin('typescript/bin/tsc'), '-p', project];

/** All stages by name, in the order in which they are told. */
export function stages({files, browsers, capture}) {
  return {
    types: () => programs(tsc('tsconfig.json'), tsc('tsconfig.flow.json')),
    lint: () => programs([bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', ...linted]),
    format: () => programs([bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
    docs: () => programs(['tools/docs.mjs', '--check']),
    node: () => nodeTests(files.node, capture),
    build: () => programs(['tools/build.mjs']),
    package: () => nodeTests(files.package, capture),
    browser: () => browserTests(files.browser, browsers),
  };
}
