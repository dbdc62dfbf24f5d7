// Which test files there are, and which runner takes them.
import {root} from './ensure.mjs';
import {readdirSync} from 'node:fs';
import {join, relative, resolve, sep} from 'node:path';

const packageFolder = 'test/package/';

function typescriptFiles(folder) {
  return readdirSync(join(root, folder), {recursive: true})
    .map((name) => `${folder}/${name.replaceAll(sep, '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .toSorted();
}

/**
 * The test files by stage: `node` and `package` are for Node's runner, and `package` looks at what the build made;
 * `browser` is for the browsers. With `chosen` paths, only those.
 */
export function testFiles(chosen = []) {
  const paths = chosen.length
    ? chosen.map((path) => relative(root, resolve(path)).replaceAll(sep, '/'))
    : typescriptFiles('test');
  const forNode = paths.filter((path) => path.endsWith('.node.test.ts'));
  return {
    node: forNode.filter((path) => !path.startsWith(packageFolder)),
    package: forNode.filter((path) => path.startsWith(packageFolder)),
    browser: paths.filter((path) => !path.endsWith('.node.test.ts')),
  };
}
