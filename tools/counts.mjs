// Numbers of tests, and how they are said.

/** The plain line that people and tools read at the end of a run. */
export const countsLine = ({passed, failed, skipped}) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Adds up counts of several runs. */
export const sumCounts = (all) => ({
  passed: all.reduce((sum, {passed}) => sum + passed, 0),
  failed: all.reduce((sum, {failed}) => sum + failed, 0),
  skipped: all.reduce((sum, {skipped}) => sum + skipped, 0),
});
