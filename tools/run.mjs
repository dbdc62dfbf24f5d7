// Running programs of the repository, and saying how long things took.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {root} from './ensure.mjs';

/** The script of a package in node_modules, to be run by Node. */
export const bin = (path) => join(root, 'node_modules', path);

/** Seconds since a time of `performance.now()`, as text. */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/**
 * Runs Node in the repository's folder. Output goes to the terminal, or into `output` of the result when `capture` is
 * set. Resolves with the exit code, whatever it is.
 */
export async function runNode(args, {capture = false, env = {}} = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    env: {...process.env, ...env},
  });
  let output = '';
  const collect = (text) => (output += text);
  child.stdout?.setEncoding('utf8').on('data', collect);
  child.stderr?.setEncoding('utf8').on('data', collect);
  const [code] = await once(child, 'close');
  return {code: code ?? 1, output};
}
