// The custom elements manifest: what the doc comments of the element say, as data.
import {root} from './ensure.mjs';
import {existsSync} from 'node:fs';
import {join} from 'node:path';

const sources = ['src/belvo-connect.ts', 'src/events.ts'];
const entry = 'dist/element.js';
const definingEntry = 'dist/index.js';
const tag = 'belvo-connect';
const className = 'BelvoConnect';

/** Reads the sources with the custom elements analyzer. */
export async function readManifest() {
  const missing = sources.find((path) => !existsSync(join(root, path)));
  if (missing) throw new Error(`There is no ${missing} to read the element's description from.`);
  const {cli} = await import('@custom-elements-manifest/analyzer/cli.js');
  const argv = ['analyze', '--litelement', '--quiet', '--globs', ...sources];
  return cli({argv, cwd: root, noWrite: true});
}

/** Whether a member is for users of the element. */
export const isPublic = ({privacy}) => privacy === undefined || privacy === 'public';

/** The declaration of the element's class. */
export function elementIn(manifest) {
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const element = declarations.find(({name}) => name === className);
  if (!element) throw new Error(`No class ${className} was found in ${sources.join(' or ')}.`);
  return element;
}

/** Without the nameless class that `define()` registers under a further tag. */
function declarationsOf(modules) {
  return modules
    .flatMap(({declarations}) => declarations)
    .filter(({name}) => !name.startsWith('anonymous'))
    .map(({members, ...rest}) => ({...rest, ...(members && {members: members.filter(isPublic)})}));
}

/** The manifest as published: the modules are the package's entries, and private members are left out. */
export async function publishedManifest() {
  const {modules, ...manifest} = await readManifest();
  const definition = {
    kind: 'custom-element-definition',
    name: tag,
    declaration: {name: className, module: entry},
  };
  const module = {
    kind: 'javascript-module',
    path: entry,
    declarations: declarationsOf(modules),
    exports: modules.flatMap(({exports}) => exports).filter(({kind}) => kind === 'js'),
  };
  const defining = {
    kind: 'javascript-module',
    path: definingEntry,
    declarations: [],
    exports: [definition],
  };
  const published = JSON.stringify({...manifest, modules: [module, defining]}, null, 2);
  return `${published.replaceAll(/"src\/[\w/-]+\.ts"/g, JSON.stringify(entry))}\n`;
}
