import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {z} from 'zod';

/** The folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const conditions = z.object({types: z.string(), default: z.string()});

const packageSchema = z.object({
  exports: z.record(z.string(), z.union([z.string(), conditions])),
  bin: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});

/** What package.json promises to users. */
export const packageJson = packageSchema.parse(
  JSON.parse(readFileSync(`${root}package.json`, 'utf8')),
);

/** Throws when nothing was built yet: these tests look at what `npm run build` made. */
export function requireBuild(): void {
  if (existsSync(`${root}dist/index.js`)) return;
  throw new Error('There is no dist/index.js: run `npm run build` first.');
}

const packSchema = z.tuple([z.object({files: z.array(z.object({path: z.string()}))})]);

/** The files that `npm publish` would send. */
export function publishedFiles(): string[] {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const output = execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{files}] = packSchema.parse(JSON.parse(output));
  return files.map(({path}) => path);
}
