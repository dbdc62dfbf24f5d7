// npm test: everything that CI runs.
//   --only types,lint,format,docs,node,build,package,browser   these stages only
//   --browsers all | chromium,firefox,webkit                   Chromium alone unless CI is set
//   further arguments: test files; then only the stages that run them
import {parseArgs} from 'node:util';
import './ensure.mjs';
import {countsLine, sumCounts} from './counts.mjs';
import {secondsSince} from './run.mjs';
import {testFiles} from './test-files.mjs';
import {stages} from './test-stages.mjs';

const allBrowsers = ['chromium', 'firefox', 'webkit'];

/** Checks need no tests beside them; the browsers want both cores to themselves. */
const lanes = [['types', 'lint', 'format', 'docs', 'build', 'package'], ['node']];

function fail(message) {
  console.error(message);
  process.exit(2);
}

function listOf(text, known, what) {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) fail(`There is no ${what} "${unknown}"; there are: ${known.join(', ')}.`);
  return names;
}

function readArguments() {
  const options = {only: {type: 'string'}, browsers: {type: 'string'}};
  try {
    return parseArgs({options, allowPositionals: true});
  } catch (error) {
    return fail(error.message);
  }
}

function chosenBrowsers(text = process.env.CI ? 'all' : 'chromium') {
  return text === 'all' ? allBrowsers : listOf(text, allBrowsers, 'browser');
}

function chosenStages(only, files, names) {
  if (only) return listOf(only, names, 'stage');
  return files ? names.filter((name) => files[name]?.length) : names;
}

const {values, positionals} = readArguments();
const files = testFiles(positionals);
const browsers = chosenBrowsers(values.browsers);
const known = Object.keys(stages({files, browsers}));
const chosen = chosenStages(values.only, positionals.length > 0 && files, known);
const capture = chosen.length > 1;
const runs = stages({files, browsers, capture});
const results = [];

function heading(name, text) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length - text.length))} ${text}`);
}

async function runStage(name) {
  const start = performance.now();
  // What comes as it happens has nothing beside it, and a heading before it.
  if (name === 'browser') heading(name, browsers.join(', '));
  else if (!capture) heading(name, '');
  const result = await runs[name]();
  results.push({name, ...result});
  heading(name, `${result.passed ? 'passed' : 'FAILED'} in ${secondsSince(start)}`);
  process.stdout.write(result.output);
  return result.passed;
}

/** What looks at the build makes no sense without one. */
async function runLane(names) {
  let built = true;
  for (const name of names.filter((stage) => chosen.includes(stage))) {
    if (name === 'package' && !built) {
      heading(name, 'not run, as there is no build');
      continue;
    }
    const passed = await runStage(name);
    if (name === 'build') built = passed;
  }
}

const start = performance.now();
await Promise.all(lanes.map(runLane));
await runLane(['browser']);

const failed = results.filter(({passed}) => !passed).map(({name}) => name);
console.log(
  `\n${failed.length ? `Failed: ${failed.join(', ')}` : 'All stages passed'}, after ${secondsSince(start)}.`,
);
console.log(countsLine(sumCounts(results.flatMap(({counts}) => counts ?? []))));
process.exitCode = failed.length ? 1 : 0;
