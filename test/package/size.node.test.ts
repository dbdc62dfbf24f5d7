import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {limits, measureSizes} from '../../tools/sizes.mjs';

describe('the bytes a page loads, Lit included, compressed with brotli', async () => {
  const {firstScreen, everything, doctor} = await measureSizes();

  it('are at most 18 kB until the list of institutions, in one language', () => {
    assert.ok(firstScreen.brotli <= limits.firstScreen, `They are ${firstScreen.brotli} bytes.`);
  });

  it('are at most 36 kB for all steps and languages in one file', () => {
    assert.ok(everything.brotli <= limits.everything, `They are ${everything.brotli} bytes.`);
  });

  it('come in part only when a later step or another language needs them', () => {
    assert.ok(
      everything.minified > firstScreen.minified * 1.5,
      `${firstScreen.minified} of ${everything.minified} bytes, minified, load at the start.`,
    );
  });

  it('hold the sentences for developers apart', () => {
    assert.equal(doctor.files, 1);
  });
});
