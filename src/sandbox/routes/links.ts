import {callerWith} from '../auth.js';
import {conditionsOf, linkFilters} from '../filters.js';
import {visibleLink} from '../links/access.js';
import {createLink} from '../links/create.js';
import {shownLink} from '../links/records.js';
import {resume} from '../links/resume.js';
import {changeLink, renewCredentials} from '../links/update.js';
import {dataPageSize, pageOf, positionOf, projection, queryFor} from '../pages.js';
import {problem} from '../problems.js';
import {select} from '../query.js';
import {idOf, queryOf, respond, respondPlain, serve} from '../respond.js';
import {credentialsBody, linkBody, linkChangeBody, resumeBody} from '../schemas.js';
import {readBody} from '../validate.js';
import type {Hono} from 'hono';
import type {Call, Caller, Core, SandboxEnv} from '../core.js';
import type {Query} from '../query.js';
import type {Found, StoredLink} from '../store.js';

/** A widget's few links are found by id; a server's by asking the store. */
async function linksFor(core: Core, caller: Caller, query: Query): Promise<Found<StoredLink>> {
  if (caller.kind === 'server') return await core.store.listLinks(caller.owner, query);
  const all = await core.store.listLinks(caller.owner, {
    conditions: [],
    offset: 0,
    limit: Infinity,
  });
  const own = all.items.filter(
    (link) => link.creator === caller.session || link.id === caller.link,
  );
  return select(own, query);
}

async function list(core: Core, call: Call): Promise<Response> {
  const caller = callerWith(call, 'read_links');
  const query = queryOf(call);
  const position = positionOf(query, dataPageSize);
  const conditions = conditionsOf(query, linkFilters);
  const found = await linksFor(core, caller, queryFor(conditions, position));
  const show = projection(query);
  const page = pageOf(new URL(call.req.url), position, found, (link) => show(shownLink(link)));
  return respondPlain(page);
}

function collection(app: Hono<SandboxEnv>, core: Core): void {
  serve(app, '/api/links/', {
    GET: async (call) => await list(core, call),
    POST: async (call) => {
      const caller = callerWith(call, 'write_links');
      const body = await readBody(call.req.raw, linkBody);
      const link = await createLink(core, caller, body, call.req.raw.signal);
      return respond(call, shownLink(link), 201);
    },
    PATCH: async (call) => {
      const caller = callerWith(call, 'write_links');
      const body = await readBody(call.req.raw, resumeBody);
      const {link} = await resume(core, caller, body, 'links');
      // The guide and the sandbox table say 201, the OpenAPI file 200. Clients take either.
      return respond(call, shownLink(link), 201);
    },
  });
}

function item(app: Hono<SandboxEnv>, core: Core): void {
  serve(app, '/api/links/:id/', {
    GET: async (call) => {
      const link = await visibleLink(core, callerWith(call, 'read_links'), idOf(call));
      return respond(call, shownLink(link));
    },
    PUT: async (call) => {
      const link = await visibleLink(core, callerWith(call, 'write_links'), idOf(call));
      const body = await readBody(call.req.raw, credentialsBody);
      return respond(call, shownLink(await renewCredentials(core, link, body)));
    },
    PATCH: async (call) => {
      const link = await visibleLink(core, callerWith(call, 'write_links'), idOf(call));
      const body = await readBody(call.req.raw, linkChangeBody);
      return respond(call, shownLink(await changeLink(core, link, body)));
    },
    DELETE: async (call) => {
      const link = await visibleLink(core, callerWith(call, 'delete_links'), idOf(call));
      if (!(await core.store.deleteLink(link.owner, link.id))) throw problem('not_found');
      if (call.req.header('x-belvo-request-mode') === 'async') {
        return respondPlain({request_id: call.get('requestId')}, 202);
      }
      return new Response(null, {status: 204});
    },
  });
}

/** Routes of the links. */
export function linkRoutes(app: Hono<SandboxEnv>, core: Core): void {
  collection(app, core);
  item(app, core);
}
