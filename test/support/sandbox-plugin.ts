import {text} from 'node:stream/consumers';
import type {TestRunnerConfig, TestRunnerPlugin} from '@web/test-runner';
import {Hono} from 'hono';
import {z} from 'zod';
import {serveSandbox} from '../../src/sandbox/node.js';
import type {SandboxStart} from './sandbox.js';

const secretId = 'sandbox-secret-id';
const secretPassword = 'sandbox-secret-password';

const startSchema = z.strictObject({
  tokenTtl: z.number().exactOptional(),
  sessionTtl: z.number().exactOptional(),
  allowedOrigins: z.array(z.string()).exactOptional(),
  seed: z.string().exactOptional(),
  latency: z.number().exactOptional(),
}) satisfies z.ZodType<SandboxStart>;

const callSchema = z.object({method: z.string(), path: z.string(), body: z.unknown().optional()});

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];
type Served = Awaited<ReturnType<typeof serveSandbox>>;

/** A call as a server with the secret keys makes it. */
async function callAsServer(url: string, {method, path, body}: z.output<typeof callSchema>) {
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      authorization: `Basic ${btoa(`${secretId}:${secretPassword}`)}`,
      ...(body !== undefined && {'content-type': 'application/json'}),
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  const answer = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    body: isJson && answer ? (JSON.parse(answer) as unknown) : answer,
  };
}

function createRoutes(running: Map<string, Served>) {
  const routes = new Hono().basePath('/__test');
  const find = (id: string): Served => {
    const served = running.get(id);
    if (!served) throw new Error(`Sandbox ${id} was stopped, or never started.`);
    return served;
  };

  routes.post('/sandbox', async (call) => {
    const options = startSchema.parse(await call.req.json());
    const served = await serveSandbox({
      allowedOrigins: [new URL(call.req.url).origin],
      ...options,
      secretId,
      secretPassword,
      port: 0,
      control: true,
      quiet: true,
    });
    const id = String(served.port);
    running.set(id, served);
    return call.json({id, url: served.url});
  });

  routes.post('/sandbox/:id/token', async (call) => {
    const body: unknown = await call.req.json();
    const {url} = find(call.req.param('id'));
    const answer = await callAsServer(url, {method: 'POST', path: '/api/token/', body});
    if (answer.status < 300) return call.json(answer.body);
    throw new Error(`The sandbox gave no token: ${answer.status} ${JSON.stringify(answer.body)}`);
  });

  routes.post('/sandbox/:id/api', async (call) => {
    const request = callSchema.parse(await call.req.json());
    return call.json(await callAsServer(find(call.req.param('id')).url, request));
  });

  routes.delete('/sandbox/:id', async (call) => {
    const id = call.req.param('id');
    await find(id).close();
    running.delete(id);
    return call.json({});
  });

  routes.onError((error, call) => call.json({error: error.message}, 400));
  return routes;
}

/**
 * For the test runner's server: starts real sandboxes, each on a port of its own, for tests that run in a browser.
 * `sandbox.ts` beside this file is its other half. The plugin closes what tests left running.
 */
export function sandboxServer(): {middleware: Middleware; plugin: TestRunnerPlugin} {
  const running = new Map<string, Served>();
  const routes = createRoutes(running);
  return {
    async middleware(context, next) {
      if (!context.path.startsWith('/__test/sandbox')) return await next();
      const {method, req, origin, path} = context;
      const body = method === 'POST' ? {body: await text(req)} : {};
      const response = await routes.request(`${origin}${path}`, {method, ...body});
      context.status = response.status;
      context.type = 'json';
      context.body = await response.text();
    },
    plugin: {
      name: 'sandbox',
      async serverStop() {
        await Promise.all([...running.values()].map((served) => served.close()));
      },
    },
  };
}
