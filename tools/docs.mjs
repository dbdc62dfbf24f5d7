// npm run docs: writes the tables of README.md from the element's doc comments. With --check it only compares.
import {root} from './ensure.mjs';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {elementIn, isPublic, readManifest} from './manifest.mjs';

const readme = join(root, 'README.md');

const code = (text) => (text ? `\`${text.replaceAll(/\s+/g, ' ').trim()}\`` : '–');
const words = (text = '') => text.replaceAll(/\s+/g, ' ').trim();
const row = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const byName = (a, b) => a.name.localeCompare(b.name, 'en');

function table(head, rows) {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A default that the type cannot show stands in the comment as its own sentence. */
const defaultSentence = /\s*Default: (.+?)\.(?=\s|$)/;

function defaultOf({attribute, default: value, readonly, description}) {
  if (readonly && !attribute) return 'read-only';
  return defaultSentence.exec(words(description))?.[1] ?? code(value);
}

function propertyRow(property) {
  const {attribute, name, type, description} = property;
  const types = type?.text.replaceAll(/\s*\| undefined\b/g, '');
  const meaning = words(description).replace(defaultSentence, '');
  return [code(attribute), code(name), code(types), defaultOf(property), meaning];
}

function properties({members}) {
  const fields = members.filter(
    (member) => member.kind === 'field' && !member.static && isPublic(member) && member.description,
  );
  return table(['Attribute', 'Property', 'Type', 'Default', 'Meaning'], fields.map(propertyRow));
}

function signature({name, parameters = []}) {
  const given = parameters.map((parameter) => {
    const optional = parameter.optional || parameter.default !== undefined;
    const type = parameter.type ? `: ${parameter.type.text}` : '';
    return `${parameter.name}${optional ? '?' : ''}${type}`;
  });
  return `${name}(${given.join(', ')})`;
}

/** Only documented methods are for users: the life cycle's are public by Lit's design, not by ours. */
function methods({members}) {
  const documented = members.filter(
    (member) => member.kind === 'method' && isPublic(member) && member.description,
  );
  return table(
    ['Method', 'Returns', 'Does'],
    documented.map((method) => [
      code(`${method.static ? 'static ' : ''}${signature(method)}`),
      code(method.return?.type?.text),
      words(method.description),
    ]),
  );
}

function events({events: all = []}) {
  const documented = all.filter(({name, description}) => name && description);
  return table(
    ['Event', 'Class', 'When'],
    documented.map(({name, type, description}) => [
      code(name),
      code(type?.text),
      words(description),
    ]),
  );
}

function parts({cssParts = []}) {
  const rows = cssParts.toSorted(byName).map((part) => [code(part.name), words(part.description)]);
  return table(['Part', 'What it is'], rows);
}

function customProperties({cssProperties = []}) {
  return table(
    ['Custom property', 'Default', 'For'],
    cssProperties
      .toSorted(byName)
      .map((property) => [
        code(property.name),
        code(property.default),
        words(property.description),
      ]),
  );
}

const tables = {
  attributes: properties,
  methods,
  events,
  parts,
  'properties-css': customProperties,
};

const markersOf = (name) => [`<!-- begin:${name} -->`, `<!-- end:${name} -->`];

/** The text with its tables replaced. Throws when a table has a beginning and no end. */
function withTables(text, element) {
  for (const [name, draw] of Object.entries(tables)) {
    const [begin, end] = markersOf(name);
    if (!text.includes(begin)) continue;
    const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
    if (to < from) throw new Error(`README.md has ${begin} without ${end} after it.`);
    text = `${text.slice(0, from)}\n\n${draw(element)}\n\n${text.slice(to)}`;
  }
  return text;
}

async function formatted(text) {
  const {format, resolveConfig} = await import('prettier');
  return format(text, {...(await resolveConfig(readme)), parser: 'markdown'});
}

async function main() {
  const checking = process.argv.includes('--check');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const missing = Object.keys(tables).filter((name) => !text.includes(markersOf(name)[0]));
  if (missing.length > 0) {
    const marks = missing.map((name) => markersOf(name).join(' … ')).join(', ');
    console.error(`README.md has no place for some tables; put in: ${marks}`);
    if (checking) process.exitCode = 1;
    if (missing.length === Object.keys(tables).length) return;
  }
  const current = await formatted(withTables(text, elementIn(await readManifest())));
  if (current === text) console.log('README.md is up to date.');
  else if (checking) {
    console.error('README.md is not what the doc comments say: run `npm run docs`.');
    process.exitCode = 1;
  } else {
    writeFileSync(readme, current);
    console.log('README.md has new tables.');
  }
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
