import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import ts from 'typescript';
import {packageJson, publishedFiles, requireBuild, root} from './package-files.js';

requireBuild();

const entries = Object.entries(packageJson.exports);
const modules = entries.flatMap(([, target]) => (typeof target === 'string' ? [] : [target]));
const packagesForUsers = Object.keys(packageJson.dependencies);

/** Every module that a file imports or re-exports, at once or later. */
function importsOf(path: string): string[] {
  const {importedFiles} = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
  return importedFiles.map(({fileName}) => fileName);
}

/** The packages that a file needs, with all that it imports of our own. */
function packagesOf(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  return importsOf(path).flatMap((name) => {
    if (!name.startsWith('.')) return [name.split('/', name.startsWith('@') ? 2 : 1).join('/')];
    const next = join(dirname(path), name);
    return packagesOf(path.endsWith('.d.ts') ? next.replace(/\.js$/, '.d.ts') : next, seen);
  });
}

/** Runs a module in a Node of its own, where no test has left anything behind. */
function runInNode(code: string): string {
  const args = ['--input-type=module', '--eval', code];
  return execFileSync(process.execPath, args, {cwd: root, encoding: 'utf8'});
}

describe('the package', () => {
  for (const [name, target] of entries) {
    it(`has the files that "${name}" in its exports names`, () => {
      const files = typeof target === 'string' ? [target] : Object.values(target);
      for (const file of files) assert.ok(existsSync(join(root, file)), `${file} is missing.`);
    });
  }

  for (const [name, target] of entries) {
    if (typeof target === 'string') continue;
    it(`lets a server import "${name}", where there is no window and no document`, () => {
      const specifier = name.replace('.', 'belvo-connect');
      const code = `
        const entry = await import('${specifier}');
        const found = ['window', 'document'].filter((name) => name in globalThis);
        process.stdout.write(JSON.stringify([Object.keys(entry).length > 0, found]));`;
      assert.equal(runInNode(code), '[true,[]]');
    });
  }

  for (const target of modules) {
    it(`asks for no package beyond its dependencies in ${target.default}`, () => {
      const known = [...packagesForUsers, ...builtinModules.map((name) => `node:${name}`)];
      const strangers = packagesOf(join(root, target.default)).filter(
        (name) => !known.includes(name),
      );
      assert.deepEqual(strangers, []);
    });

    it(`asks for no types beyond its dependencies in ${target.types}`, () => {
      const strangers = packagesOf(join(root, target.types)).filter(
        (name) => !packagesForUsers.includes(name) && !name.startsWith('node:'),
      );
      assert.deepEqual(strangers, []);
    });
  }

  it('registers the element when "belvo-connect" is imported, and not when "belvo-connect/element" is', () => {
    const registered = (entry: string): string =>
      runInNode(
        `await import('${entry}');
         process.stdout.write(String(globalThis.customElements?.get('belvo-connect') !== undefined));`,
      );
    assert.equal(registered('belvo-connect'), 'true');
    assert.equal(registered('belvo-connect/element'), 'false');
  });

  it('has a command that starts with the line that lets a shell run it', () => {
    for (const file of Object.values(packageJson.bin))
      assert.match(readFileSync(join(root, file), 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('publishes what was built and the files about the package, nothing else', () => {
    const about = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];
    const files = publishedFiles();
    assert.deepEqual(
      files.filter((path) => !path.startsWith('dist/') && !about.includes(path)),
      [],
    );
    assert.deepEqual(
      about.filter((path) => !files.includes(path)),
      [],
    );
  });
});
