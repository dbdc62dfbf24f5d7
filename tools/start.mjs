// npm start: the demo with its token backend, and the sandbox API beside it. PORT and SANDBOX_PORT move them.
import './typescript.mjs';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {root} from './ensure.mjs';
import {secondsSince} from './run.mjs';

const started = performance.now();

class SetupError extends Error {}

function portFrom(variable, standard) {
  const port = Number(process.env[variable] ?? standard);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new SetupError(`${variable} must be a port, a whole number from 1 to 65535.`);
}

async function requireFree(port, host, variable) {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (error.code === 'EADDRINUSE')
      throw new SetupError(
        `Port ${port} is taken: choose another, as in ${variable}=${port + 1} npm start.`,
      );
    throw error;
  }
  server.close();
  await once(server, 'close');
}

async function startSandbox(port) {
  const {serveSandbox} = await import('../src/sandbox/node.ts');
  return serveSandbox({port, control: true});
}

async function startDemo(port, sandboxUrl) {
  process.env.PORT = String(port);
  process.env.SANDBOX_URL = sandboxUrl;
  const {createServer: createVite} = await import('vite');
  const demo = await createVite({
    configFile: join(root, 'demo/vite.config.ts'),
    server: {port, strictPort: true},
    logLevel: 'warn',
  });
  return demo.listen();
}

/** Whatever the answer: that there is one is what counts. */
async function untilAnswering(url) {
  await fetch(url, {signal: AbortSignal.timeout(30_000)});
  return url;
}

function stopOnSignal(...closers) {
  const stop = () => {
    void Promise.allSettled(closers.map((close) => close())).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}

async function main() {
  const port = portFrom('PORT', 5173);
  const sandboxPort = portFrom('SANDBOX_PORT', 8123);
  await requireFree(port, 'localhost', 'PORT');
  await requireFree(sandboxPort, '127.0.0.1', 'SANDBOX_PORT');
  console.log('Starting the demo and the sandbox …');
  const sandbox = await startSandbox(sandboxPort);
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const demo = await startDemo(port, sandboxUrl);
  stopOnSignal(
    () => demo.close(),
    () => sandbox.close(),
  );
  console.log(`Demo:    ${await untilAnswering(`http://localhost:${port}/`)}`);
  console.log(`Sandbox: ${await untilAnswering(`${sandboxUrl}/`)}`);
  console.log(`Ready in ${secondsSince(started)}. Ctrl-C stops both.`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}
