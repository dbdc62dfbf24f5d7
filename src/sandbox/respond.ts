import {DroppedConnectionError} from './faults.js';
import {ApiProblem, entryOf, problem} from './problems.js';
import {projection} from './pages.js';
import type {Handler, Hono} from 'hono';
import type {Call, SandboxEnv} from './core.js';

/** Query of a request. */
export function queryOf(call: Call): URLSearchParams {
  return new URL(call.req.url).searchParams;
}

function answer(body: unknown, status: number): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store'},
  });
}

/** An object, or an array of them, with `fields` and `omit` applied. */
export function respond(call: Call, body: object, status = 200): Response {
  const show = projection(queryOf(call));
  return answer(Array.isArray(body) ? body.map(show) : show(body), status);
}

/** A body that no projection applies to: tokens, request ids. */
export function respondPlain(body: object, status = 200): Response {
  return answer(body, status);
}

/** An error body in the API's shape. Anything that is no refusal of ours becomes a bare 500. */
export function respondError(call: Call, error: unknown): Response {
  const known = error instanceof ApiProblem ? error : problem('unexpected_error');
  const request_id = call.get('requestId');
  const response = answer(
    known.entries.map(({code, message, ...rest}) => ({code, message, ...rest, request_id})),
    known.status,
  );
  for (const [name, value] of Object.entries(known.headers)) response.headers.set(name, value);
  return response;
}

/** What `onError` does: cut connections stay errors, bugs are told to `report`, everything else is answered. */
export function errorHandler(report: (error: unknown) => void) {
  return (error: Error, call: Call): Response => {
    if (error instanceof DroppedConnectionError) throw error;
    if (!(error instanceof ApiProblem)) report(error);
    return respondError(call, error);
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Serves one path; other methods get 405 and are told which there are. */
export function serve(
  app: Hono<SandboxEnv>,
  path: string,
  handlers: Partial<Record<Method, Handler<SandboxEnv>>>,
): void {
  const methods = Object.keys(handlers);
  // Every path of the API ends in a slash. Without it the same is served, as a POST cannot be redirected.
  const paths = [...new Set([path, path.replace(/\/$/, '')])];
  for (const [method, handler] of Object.entries(handlers)) app.on(method, paths, handler);
  app.on('ALL', paths, (call) => {
    const entry = entryOf('method_not_allowed', {
      message: `Method "${call.req.method}" not allowed.`,
    });
    throw new ApiProblem(405, [entry], {Allow: methods.join(', ')});
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id in a path. What cannot be an id does not exist. */
export function idOf(call: Call): string {
  const id = call.req.param('id') ?? '';
  if (!uuid.test(id)) throw problem('not_found');
  return id.toLowerCase();
}
