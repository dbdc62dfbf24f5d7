import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {demoPlugin} from './vite-plugin.js';

const {PORT = '5173', SANDBOX_PORT = '8123'} = process.env;
const sandboxUrl = process.env.SANDBOX_URL ?? `http://localhost:${SANDBOX_PORT}`;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [demoPlugin({sandboxUrl})],
  server: {
    port: Number(PORT),
    strictPort: true,
    fs: {allow: [fileURLToPath(new URL('..', import.meta.url))]},
  },
});
