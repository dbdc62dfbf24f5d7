// For node --test: the usual report without its closing numbers, which go into the file that TEST_COUNTS_FILE names,
// or onto one plain closing line.
import {writeFileSync} from 'node:fs';
import {Readable} from 'node:stream';
import {spec} from 'node:test/reporters';
import {countsLine} from './counts.mjs';

/** A suite that fails because of its tests is not a failed test of its own. */
const isSuite = ({details}) => details?.type === 'suite';

async function* withoutNumbers(source, counts) {
  for await (const event of source) {
    const {type, data} = event;
    if (type === 'test:diagnostic' && data.nesting === 0) continue;
    if ((type === 'test:pass' || type === 'test:fail') && !isSuite(data)) {
      if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
      else counts[type === 'test:pass' ? 'passed' : 'failed']++;
    }
    yield event;
  }
}

/** The reporter, as node --test-reporter wants it. */
export default async function* report(source) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  yield* Readable.from(withoutNumbers(source, counts)).pipe(new spec());
  const file = process.env.TEST_COUNTS_FILE;
  if (file) writeFileSync(file, JSON.stringify(counts));
  else yield `${countsLine(counts)}\n`;
}
