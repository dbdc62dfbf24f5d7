import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, describe, it} from 'node:test';
import {z} from 'zod';
import {root} from './package-files.js';

/** What the linter must refuse: in words, where, by which rule, and the code. */
const refused: readonly (readonly [string, string, string, string])[] = [
  ['Lit in the flow', 'src/flow/a.ts', 'boundaries', `export {html} from 'lit';`],
  [
    'the API client in the flow',
    'src/flow/steps/b.ts',
    'boundaries',
    `export * from '../../api/client.js';`,
  ],
  [
    'a file loaded later in the flow',
    'src/flow/c.ts',
    'boundaries',
    `export const x = import('../services.js');`,
  ],
  [
    'anything in the errors',
    'src/errors.ts',
    'boundaries',
    `export type {Institution} from './model.js';`,
  ],
  ['Lit in the API client', 'src/api/d.ts', 'boundaries', `export {nothing} from 'lit';`],
  [
    'the API client in a screen',
    'src/screens/e.ts',
    'boundaries',
    `export * from '../api/client.js';`,
  ],
  [
    'what moves the flow in a screen',
    'src/screens/f.ts',
    'boundaries',
    `export {transition} from '../flow/transition.js';`,
  ],
  [
    'a screen in a fragment',
    'src/fragments/g.ts',
    'boundaries',
    `export * from '../screens/intro.js';`,
  ],
  [
    'a fragment in a directive',
    'src/directives/h.ts',
    'boundaries',
    `export * from '../fragments/icon.js';`,
  ],
  [
    'the sandbox in the element',
    'src/belvo-connect.ts',
    'boundaries',
    `export * from './sandbox/index.js';`,
  ],
  [
    'the widget in the sandbox',
    'src/sandbox/routes/i.ts',
    'boundaries',
    `export * from '../../api/decode.js';`,
  ],
  [
    'values of the wire contract in the sandbox',
    'src/sandbox/j.ts',
    'boundaries',
    `export {x} from '../api/contract.js';`,
  ],
  [
    'a test in the sources',
    'src/k.ts',
    'boundaries',
    `export * from '../test/support/sandbox.js';`,
  ],
  [
    'the demo in the sources',
    'src/sandbox/l.ts',
    'boundaries',
    `export * from '../../demo/backend.js';`,
  ],
  [
    'markup from text',
    'src/m.ts',
    'no-restricted-properties',
    `document.body.innerHTML = location.hash;`,
  ],
  [
    'markup from text by a directive',
    'src/n.ts',
    'no-restricted-imports',
    `export {unsafeHTML} from 'lit/directives/unsafe-html.js';`,
  ],
  [
    'styles from text',
    'src/o.ts',
    'no-restricted-imports',
    `import {unsafeCSS} from 'lit';\nexport const css = unsafeCSS;`,
  ],
  [
    'a style attribute',
    'src/p.ts',
    'no-restricted-syntax',
    `import {html} from 'lit';\nexport const p = html\`<p style="color: red"></p>\`;`,
  ],
  ['code from text', 'src/q.ts', 'no-eval', `export const q = eval('1');`],
  ['storage', 'src/r.ts', 'no-restricted-globals', `export const r = localStorage.getItem('r');`],
  [
    'storage by its window',
    'src/s.ts',
    'no-restricted-properties',
    `export const s = window.sessionStorage;`,
  ],
  ['the console', 'src/t.ts', 'no-console', `console.log('t');`],
  [
    'modules that import each other',
    'src/u.ts',
    'no-cycle',
    `import {v} from './v.js';\nexport const u = (): unknown => v;`,
  ],
  ['a promise that nobody waits for', 'src/w.ts', 'no-floating-promises', `Promise.resolve(1);`],
];

/** What it must let pass, so that a refusal above means something. */
const accepted: readonly (readonly [string, string])[] = [
  [
    'src/flow/steps/ok.ts',
    `export type {FailureCode} from '../../errors.js';\nexport * from '../a.js';`,
  ],
  [
    'src/sandbox/ok.ts',
    `export type {WireLink} from '../api/contract.js';\nexport {Hono} from 'hono';`,
  ],
  ['src/screens/ok.ts', `export {html} from 'lit';\nexport type {State} from '../flow/state.js';`],
  ['src/report.ts', `console.warn('said in the one place for it');`],
  ['src/v.ts', `import {u} from './u.js';\nexport const v = (): unknown => u;`],
];

const reportSchema = z.object({
  diagnostics: z.array(z.object({code: z.string().optional(), filename: z.string()})),
});

const folder = mkdtempSync(join(tmpdir(), 'belvo-connect-lint-'));

function write(path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), {recursive: true});
  writeFileSync(join(folder, path), `${code}\n`);
}

/** The rules that each file breaks. */
function lint(): Map<string, string[]> {
  for (const name of ['.oxlintrc.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name));
  for (const name of ['node_modules', 'tools'])
    symlinkSync(join(root, name), join(folder, name), 'junction');
  for (const [, path, , code] of refused) write(path, code);
  for (const [path, code] of accepted) write(path, code);
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const args = [oxlint, '--type-aware', '--format=json', 'src'];
  const {stdout, stderr} = spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8'});
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not report: ${stdout}${stderr}`);
  const {diagnostics} = reportSchema.parse(JSON.parse(stdout));
  const broken = new Map<string, string[]>();
  for (const {filename, code = ''} of diagnostics)
    broken.set(filename, [...(broken.get(filename) ?? []), code]);
  return broken;
}

describe('the linter', () => {
  const broken = lint();
  after(() => rmSync(folder, {recursive: true}));

  for (const [what, path, rule] of refused) {
    it(`refuses ${what}`, () => {
      const rules = broken.get(path) ?? [];
      assert.ok(
        rules.some((name) => name.includes(rule)),
        `${path} breaks ${rules.join(', ') || 'no rule'}, not ${rule}.`,
      );
    });
  }

  it('lets pass what each folder may import', () => {
    for (const [path] of accepted)
      assert.deepEqual(
        (broken.get(path) ?? []).filter((name) => !name.includes('no-cycle')),
        [],
        path,
      );
  });
});
