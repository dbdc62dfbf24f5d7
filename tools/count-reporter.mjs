// For @web/test-runner. Counts the tests of all browsers: into the file that TEST_COUNTS_FILE names, for tools/test.mjs
// to add up, or else as one plain closing line.
import {writeFileSync} from 'node:fs';
import {countsLine} from './counts.mjs';

const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

function count(sessions) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for (const session of sessions) {
    const tests = session.testResults ? testsOf(session.testResults) : [];
    for (const test of tests)
      counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    // A file that did not load, or threw outside its tests, has no failed test to show for it.
    if (!session.passed && !tests.some((test) => !test.passed && !test.skipped)) counts.failed++;
  }
  return counts;
}

/** Put it last among the reporters. */
export function countReporter(file = process.env.TEST_COUNTS_FILE) {
  let counts = {passed: 0, failed: 0, skipped: 0};
  return {
    onTestRunFinished({sessions}) {
      counts = count(sessions);
    },
    stop() {
      if (file) writeFileSync(file, JSON.stringify(counts));
      else console.log(countsLine(counts));
    },
  };
}
