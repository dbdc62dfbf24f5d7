import {getRequestListener} from '@hono/node-server';
import type {Plugin} from 'vite';
import {createBackend} from './backend.js';

/** What the demo page needs to know of its surroundings. */
export interface DemoPluginOptions {
  /** Base address of the sandbox API, for the page's widget and for its backend. */
  readonly sandboxUrl: string;
}

const BACKEND_PATHS = /^\/demo\/(token|links)([/?]|$)/;
const SERVER_FILES = [
  '**/demo/{backend,belvo-api,belvo-data,same-origin,vite-plugin,vite.config}.ts',
];
const VITE_DENIES = ['.env', '.env.*', '*.{crt,pem}', '**/.git/**'];

/** Puts the company's backend beside the demo page, and the sandbox's address into it. */
export function demoPlugin({sandboxUrl}: DemoPluginOptions): Plugin {
  const backend = createBackend({apiUrl: sandboxUrl});
  const listener = getRequestListener(backend, {overrideGlobalObjects: false});
  return {
    name: 'belvo-connect-demo',
    config: () => ({
      define: {__SANDBOX_URL__: JSON.stringify(sandboxUrl)},
      // The backend lies beside the page it serves; a browser has no business reading it.
      server: {fs: {deny: [...VITE_DENIES, ...SERVER_FILES]}},
    }),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (BACKEND_PATHS.test(request.url ?? '')) void listener(request, response);
        else next();
      });
    },
  };
}
