import {callerWith} from '../auth.js';
import {catalog, findInstitution} from '../data/institutions.js';
import {logoOf} from '../data/logo.js';
import {conditionsOf, institutionFilters} from '../filters.js';
import {institutionPageSize, pageOf, positionOf, projection, queryFor} from '../pages.js';
import {problem} from '../problems.js';
import {select} from '../query.js';
import {respond, serve} from '../respond.js';
import type {Hono} from 'hono';
import type {WireInstitution} from '../../api/contract.js';
import type {Call, SandboxEnv} from '../core.js';

/** Answers kept as text. The list is the same for everybody and asked for more than anything else. */
const mostKept = 200;

/** An institution with its logo's address on the host that was called. */
function shown(institution: WireInstitution, origin: string): WireInstitution {
  const {icon_logo: logo} = institution;
  return {...institution, icon_logo: logo && origin + logo};
}

function listBody(url: URL): string {
  const query = url.searchParams;
  const position = positionOf(query, institutionPageSize);
  const conditions = conditionsOf(query, institutionFilters);
  const found = select(catalog, queryFor(conditions, position), (entry) => entry.institution);
  const show = projection(query);
  return JSON.stringify(
    pageOf(url, position, found, (entry) => show(shown(entry.institution, url.origin))),
  );
}

function kept(call: Call, cache: Map<string, string>): Response {
  const {url} = call.req;
  const body = cache.get(url) ?? listBody(new URL(url));
  if (cache.size >= mostKept) cache.clear();
  cache.set(url, body);
  return new Response(body, {
    headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store'},
  });
}

/** Routes of the institutions and of their drawn logos. */
export function institutionRoutes(app: Hono<SandboxEnv>): void {
  const cache = new Map<string, string>();

  serve(app, '/api/institutions/', {
    GET: (call) => {
      callerWith(call, 'read_institutions');
      return kept(call, cache);
    },
  });

  serve(app, '/api/institutions/:id/', {
    GET: (call) => {
      callerWith(call, 'read_institutions');
      const entry = catalog.find(
        ({institution}) => String(institution.id) === call.req.param('id'),
      );
      if (!entry) throw problem('not_found');
      return respond(call, shown(entry.institution, new URL(call.req.url).origin));
    },
  });

  serve(app, '/logos/:file', {
    GET: (call) => {
      const entry = findInstitution((call.req.param('file') ?? '').replace(/\.svg$/, ''));
      if (!entry) throw problem('not_found');
      return new Response(logoOf(entry), {
        headers: {
          'Content-Type': 'image/svg+xml',
          'Cache-Control': 'public, max-age=86400',
          'Content-Security-Policy': "default-src 'none'",
          'Cross-Origin-Resource-Policy': 'cross-origin',
        },
      });
    },
  });
}
