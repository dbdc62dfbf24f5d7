import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {measureSizes} from '../../tools/sizes.mjs';

describe('the bytes a page loads, Lit included, compressed with brotli', async () => {
  const {firstScreen, everything} = await measureSizes();

  it('are at most 14 kB until the list of institutions, in one language', () => {
    assert.ok(firstScreen.brotli <= 14_000, `They are ${firstScreen.brotli} bytes.`);
  });

  it('are at most 28 kB for all steps and languages', () => {
    assert.ok(everything.brotli <= 28_000, `They are ${everything.brotli} bytes.`);
  });

  it('come in part only when a later step or another language needs them', () => {
    assert.ok(
      everything.files > firstScreen.files,
      `All ${everything.files} files load at the start.`,
    );
  });
});
