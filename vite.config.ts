import minifyTemplates from '@lit-labs/rollup-plugin-minify-html-literals';
import {defineConfig, type UserConfig} from 'vite';

/** Entries for the browser. Lit stays outside: the page's bundler brings one copy for everybody. */
const element: UserConfig = {
  plugins: [minifyTemplates({failOnError: true})],
  build: {
    target: 'es2022',
    sourcemap: true,
    lib: {entry: {index: 'src/index.ts', element: 'src/element.ts'}, formats: ['es']},
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\//],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        // All that runs at once is one file: small files compress badly, and each costs a request.
        // Not the entry that registers the element, though: the other entry must be free of that.
        codeSplitting: {
          groups: [{name: 'belvo-connect', tags: ['$initial'], test: /^(?!.*\bsrc\/index\.ts$)/}],
        },
      },
    },
  },
};

/** Entries for Node: what the sandbox needs is bundled, so that the package depends on Lit alone. */
const sandbox: UserConfig = {
  ssr: {noExternal: true, target: 'node'},
  build: {
    target: 'node20',
    sourcemap: true,
    emptyOutDir: false,
    license: {fileName: 'sandbox-licenses.md'},
    ssr: true,
    rolldownOptions: {
      input: {sandbox: 'src/sandbox/index.ts', 'belvo-sandbox': 'src/sandbox/cli.ts'},
      output: {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
};

/** `vite build` empties dist and makes the element; `vite build --mode sandbox` adds the sandbox. */
export default defineConfig(({mode}) => (mode === 'sandbox' ? sandbox : element));
