// Who may import whom, and the rule that holds it: static and dynamic imports and re-exports, by resolved path.
import {dirname, join, relative, sep} from 'node:path';

const npm = 'npm:';
const types = (path) => `type ${path}`;

const errors = ['src/errors.ts'];
const model = [types('src/model.ts')];
const texts = [types('src/i18n/')];
const lit = [`${npm}lit`];
const looks = ['src/styles/', ...lit];
const wireTypes = [types('src/api/contract.ts')];
const screens = [
  'src/screens/',
  'src/fragments/',
  'src/directives/',
  ...looks,
  ...texts,
  'src/i18n/translate.ts',
  ...model,
  ...errors.map(types),
  types('src/api/request.ts'),
  types('src/controllers/form-controller.ts'),
  // Of the flow, screens know the types and what is looked up in tables and lists; never what moves it.
  types('src/flow/'),
  'src/flow/inputs.ts',
  'src/flow/institution-list.ts',
  'src/flow/list-order.ts',
  'src/flow/secrets.ts',
  'src/flow/ways-out.ts',
];
const widget = ['src/', '!src/sandbox/', '!src/server/', ...lit, `${npm}@lit/`];
const server = [npm, 'node:', ...wireTypes];

/**
 * The first entry that a file's path begins with holds for it, and lists what its imports may begin with. `type` before
 * a path allows types only, `!` allows nothing of it; `npm:` stands for every package, `npm:lit` for one.
 */
export const boundaries = {
  'src/errors.ts': [],
  'src/model.ts': errors.map(types),
  'src/doctor.ts': errors.map(types),
  'src/report.ts': [...errors, 'src/doctor.ts'],
  'src/config.ts': [...model, 'src/api/values.ts', types('src/doctor.ts')],
  'src/events.ts': [types('src/flow/')],
  'src/services.ts': ['src/api/', 'src/report.ts', `${npm}@lit/context`],
  'src/flow/': ['src/flow/', ...errors, ...model],
  'src/api/': ['src/api/', ...errors, ...model],
  'src/i18n/': ['src/i18n/', types('src/config.ts'), ...errors.map(types), ...model],
  'src/styles/': looks,
  'src/directives/': ['src/directives/', ...looks, ...texts, types('src/api/')],
  'src/fragments/': ['src/fragments/', 'src/directives/', ...looks, ...texts, ...model],
  // The door to the chunk of all that comes after the list: screens, their forms and the flow's later steps.
  'src/screens/late.ts': [...screens, 'src/controllers/', 'src/flow/', 'src/i18n/'],
  'src/screens/': screens,
  'src/sandbox/': ['src/sandbox/', ...server],
  'src/server/': ['src/server/', ...server],
  'src/controllers/': [...widget, '!src/screens/'],
  'src/': widget,
};

/** The path in the repository, or the package, that an import leads to. */
function targetOf(source, file) {
  if (source.startsWith('node:')) return source;
  if (!source.startsWith('.')) return `${npm}${source}`;
  const path = join(dirname(file), source).replaceAll(sep, '/');
  return path.replace(/\.js$/, '.ts');
}

function covers(entry, target, typesOnly) {
  const path = entry.replace(/^type /, '');
  if (entry !== path && !typesOnly) return false;
  const isWhole = /[/:]$|\.ts$/.test(path);
  return isWhole ? target.startsWith(path) : target === path || target.startsWith(`${path}/`);
}

function isAllowed(list, target, typesOnly) {
  const refused = list.filter((entry) => entry.startsWith('!')).map((entry) => entry.slice(1));
  if (refused.some((path) => target.startsWith(path))) return false;
  return list.some((entry) => !entry.startsWith('!') && covers(entry, target, typesOnly));
}

const isTypeOnly = (node) => node.importKind === 'type' || node.exportKind === 'type';

/** Reports an import over a boundary, naming what the folder may import. */
export const boundariesRule = {
  meta: {type: 'problem', docs: {description: 'Keeps each folder to what it may import.'}},
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll(sep, '/');
    const boundary = Object.entries(boundaries).find(([prefix]) => file.startsWith(prefix));
    if (!boundary) return {};
    const [from, allowed] = boundary;
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const target = targetOf(node.source.value, file);
      if (isAllowed(allowed, target, isTypeOnly(node))) return;
      const message = `${from} may not import ${target} (it may: ${allowed.join(', ') || 'nothing'})`;
      context.report({node: node.source, message});
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};
