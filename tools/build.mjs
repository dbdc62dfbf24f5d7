// npm run build: the package in dist/.
import {root} from './ensure.mjs';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {publishedManifest} from './manifest.mjs';
import {bin, runNode, secondsSince} from './run.mjs';
import {measureSizes, sizesTable} from './sizes.mjs';

async function step(label, work) {
  const start = performance.now();
  await work();
  console.log(`${label}: ${secondsSince(start)}`);
}

async function vite(mode) {
  const {build} = await import('vite');
  await build({root, mode, configFile: join(root, 'vite.config.ts'), logLevel: 'warn'});
}

async function writeTypes() {
  const {code} = await runNode([bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
  if (code !== 0) throw new Error('The type declarations could not be written.');
}

async function writeManifest() {
  writeFileSync(join(root, 'dist/custom-elements.json'), await publishedManifest());
}

try {
  await step('element', () => vite('production'));
  await step('sandbox', () => vite('sandbox'));
  await step('types', writeTypes);
  await step('manifest', writeManifest);
  console.log(`\n${sizesTable(await measureSizes())}`);
} catch (error) {
  console.error(`Build failed: ${error.message}`);
  process.exitCode = 1;
}
