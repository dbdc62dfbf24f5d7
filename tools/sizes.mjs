// How many bytes a page loads for the widget, Lit included. Measures what `npm run build` made.
import {root} from './ensure.mjs';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

/** What may be loaded at most, in bytes of brotli: the goals of this package. */
export const limits = {firstScreen: 18_000, everything: 36_000};

/** Where they are to come down to: 14 kB and 28 kB. What takes the room, and why, is in CONTRIBUTING.md. */
export const goals = {firstScreen: 14_000, everything: 28_000};

/** Sentences for developers, loaded only when a page uses the element wrongly: no person waits for them. */
const doctor = /\bdoctor-[\w-]+\.js$/;

/** Bundles dist/index.js once more, as a page's bundler would, in memory. */
async function bundle(rolldownOptions) {
  const entry = join(root, 'dist/index.js');
  if (!existsSync(entry)) throw new Error('There is no dist/index.js: run `npm run build` first.');
  const {build} = await import('vite');
  const outputs = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: {entry, formats: ['es'], fileName: 'index'},
      // An application's own entry, unlike a library's, may be merged with what it shares with later files.
      rolldownOptions: {preserveEntrySignatures: 'allow-extension', ...rolldownOptions},
    },
  });
  return outputs[0].output.filter(({type}) => type === 'chunk');
}

/** The entry and all that it imports before it runs. */
function staticClosure(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set(chunks.filter(({isEntry}) => isEntry));
  for (const chunk of reached) for (const name of chunk.imports) reached.add(byName.get(name));
  return [...reached];
}

function brotli(code) {
  const params = {[constants.BROTLI_PARAM_QUALITY]: 11};
  return brotliCompressSync(code, {params}).length;
}

/** Each file is compressed by itself, as a server sends it. */
function measure(chunks) {
  const sum = (size) => chunks.reduce((total, {code}) => total + size(code), 0);
  return {
    files: chunks.length,
    minified: sum((code) => Buffer.byteLength(code)),
    gzip: sum((code) => gzipSync(code, {level: 9}).length),
    brotli: sum(brotli),
  };
}

/**
 * Bytes of `firstScreen` (what loads before the list of institutions is drawn, one language), of `everything` (the
 * whole widget with all steps and languages as one file) and of `doctor` (the sentences for developers, which are in
 * neither). Throws when there is no build.
 */
export async function measureSizes() {
  const split = await bundle({output: {minify: true}});
  const whole = await bundle({
    external: doctor,
    output: {minify: true, codeSplitting: false},
  });
  return {
    firstScreen: measure(staticClosure(split)),
    everything: measure(whole),
    doctor: measure(split.filter(({fileName}) => doctor.test(fileName))),
  };
}

/** The sizes as a table for people. */
export function sizesTable(sizes) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  const row = (label, {files, minified, gzip, brotli}, key) =>
    label.padEnd(34) +
    [minified, gzip, brotli].map(kilobytes).join('') +
    (key ? kilobytes(limits[key]) + kilobytes(goals[key]) : ''.padStart(20)) +
    String(files).padStart(7);
  return [
    `${'Lit included'.padEnd(34)}  minified      gzip    brotli   at most      goal  files`,
    row('until the institution list', sizes.firstScreen, 'firstScreen'),
    row('all steps and languages, one file', sizes.everything, 'everything'),
    row('sentences for developers', sizes.doctor),
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(sizesTable(await measureSizes()));
