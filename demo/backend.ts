import {BelvoApi, BelvoApiError} from './belvo-api.js';
import type {Link} from './belvo-data.js';
import {isSameOrigin} from './same-origin.js';

/** How the company's server reaches Belvo. Without keys, those of a freshly started sandbox. */
export interface BackendOptions {
  /** Base address of Belvo's API, for example `http://localhost:8123`. */
  readonly apiUrl: string;
  readonly secretId?: string;
  readonly secretPassword?: string;
}

/** A server as a function: works in Node through an adapter, and as it is in Deno, Bun and workers. */
export type Backend = (request: Request) => Promise<Response>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY_MS = 86_400_000;

/**
 * The server of a company that uses the widget, complete but for the sign-in of its own users.
 *
 * | request | answer |
 * |---|---|
 * | `POST /demo/token` | `{access, expires_in}`: what the widget needs to start; seconds |
 * | `GET /demo/links` | the links that people have connected since this process started |
 * | `PUT /demo/links/:id` | takes over a link that the widget reported, once the API confirms it |
 * | `GET /demo/links/:id` | its accounts, owners, and transactions of the last 90 days |
 * | `DELETE /demo/links/:id` | removes it, here and at Belvo; 204 |
 *
 * Errors are `{error: {code, message}}`: 403 `foreign_origin`, 404 `not_found`, 405 `method_not_allowed`,
 * 502 `belvo_unavailable`. None tells more than that.
 */
export function createBackend(options: BackendOptions): Backend {
  const {secretId = 'sandbox-secret-id', secretPassword = 'sandbox-secret-password'} = options;
  const api = new BelvoApi({apiUrl: options.apiUrl, secretId, secretPassword});
  // A real server keeps these in its database, each with the user it belongs to, and asks for that user's session
  // below, before anything else.
  const links = new Map<string, Link>();

  return async (request) => {
    if (!isSameOrigin(request)) {
      return failure(403, 'foreign_origin', 'Only pages of this site may ask.');
    }
    try {
      return await route(request, api, links);
    } catch (error) {
      if (!(error instanceof BelvoApiError)) throw error;
      return failure(502, 'belvo_unavailable', `Belvo's API failed: ${error.message}.`);
    }
  };
}

async function route(request: Request, api: BelvoApi, links: Map<string, Link>): Promise<Response> {
  const [, , collection, id, ...rest] = new URL(request.url).pathname.split('/');
  const call = `${request.method} ${collection}`;
  if (id === undefined) {
    if (call === 'POST token') return json(await api.createWidgetToken());
    if (call === 'GET links') return json({links: [...links.values()]});
    if (collection === 'token') return notAllowed('POST');
    if (collection === 'links') return notAllowed('GET');
    return notFound();
  }
  if (collection !== 'links' || rest.length > 0 || !UUID.test(id)) return notFound();
  switch (request.method) {
    case 'PUT':
      return addLink(api, links, id);
    case 'GET':
      return showLink(api, links.get(id));
    case 'DELETE':
      return links.has(id) ? removeLink(api, links, id) : notFound();
    default:
      return notAllowed('GET, PUT, DELETE');
  }
}

/** An id that comes from a browser is a claim: only what the API confirms is kept. */
async function addLink(api: BelvoApi, links: Map<string, Link>, id: string): Promise<Response> {
  const link = await api.findLink(id);
  if (link === null) return notFound();
  links.set(link.id, link);
  return json(link);
}

async function showLink(api: BelvoApi, link: Link | undefined): Promise<Response> {
  return link === undefined ? notFound() : json(await api.readLink(link, daysAgo(90)));
}

async function removeLink(api: BelvoApi, links: Map<string, Link>, id: string): Promise<Response> {
  await api.deleteLink(id);
  links.delete(id);
  return new Response(null, {status: 204, headers: {'cache-control': 'no-store'}});
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const safe = {'cache-control': 'no-store', 'x-content-type-options': 'nosniff'};
  return Response.json(body, {status, headers: {...safe, ...headers}});
}

function failure(status: number, code: string, message: string): Response {
  return json({error: {code, message}}, status);
}

function notFound(): Response {
  return failure(404, 'not_found', 'There is no such link or address.');
}

function notAllowed(allow: string): Response {
  const error = {code: 'method_not_allowed', message: `This address knows ${allow}.`};
  return json({error}, 405, {allow});
}
