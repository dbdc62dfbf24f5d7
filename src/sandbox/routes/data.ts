import {serverOnly} from '../auth.js';
import {checkedPeriod, retrieve} from '../data/retrieve.js';
import {accountFilters, conditionsOf, ownerFilters, transactionFilters} from '../filters.js';
import {challengeFor, isRightAnswer, mistakeInAnswer} from '../links/challenge.js';
import {resume} from '../links/resume.js';
import {dataPageSize, pageOf, positionOf, projection, queryFor} from '../pages.js';
import {problem} from '../problems.js';
import {idOf, queryOf, respond, respondPlain, serve} from '../respond.js';
import {dataBody, resumeBody, transactionsBody} from '../schemas.js';
import {readBody} from '../validate.js';
import type {Hono} from 'hono';
import type {z} from 'zod';
import {timestamp} from '../core.js';
import type {Call, Caller, Core, SandboxEnv} from '../core.js';
import type {Period} from '../data/generate.js';
import type {Filters} from '../filters.js';
import type {Collection, StoredLink} from '../store.js';

const filtersOf: Record<Collection, Filters> = {
  accounts: accountFilters,
  owners: ownerFilters,
  transactions: transactionFilters,
};

async function usableLink(core: Core, owner: string, id: string): Promise<StoredLink> {
  const link = await core.store.findLink(owner, id.toLowerCase());
  if (!link) {
    throw problem('does_not_exist', {
      field: 'link',
      message: `Object with id=${id} does not exist.`,
    });
  }
  if (link.status === 'invalid') throw problem('invalid_link');
  if (link.status === 'unconfirmed') throw problem('unconfirmed_link');
  return link;
}

/** What a data request asks for, beside the link. */
interface Wanted {
  readonly period: Period | null;
  readonly save: boolean;
}

async function give(
  core: Core,
  call: Call,
  link: StoredLink,
  collection: Collection,
  {period, save}: Wanted,
): Promise<Response> {
  const bodies = await retrieve(core, link, collection, period, save);
  await core.store.updateLink(link.owner, link.id, {last_accessed_at: timestamp(core.now())});
  if (call.req.header('x-belvo-request-mode') === 'async') {
    return respondPlain({request_id: call.get('requestId')}, 202);
  }
  return respond(call, bodies, save ? 201 : 200);
}

/** Settles what the bank wants of a link in need of a fresh code; rejects with 428 until it has it. */
async function settle(
  core: Core,
  link: StoredLink,
  collection: Collection,
  token: string | null | undefined,
  period: Period | null,
): Promise<StoredLink> {
  if (link.status !== 'token_required') return link;
  const challenge = link.challenge ?? 'otp';
  const mistake = token ? mistakeInAnswer(challenge, token) : null;
  if (mistake) throw mistake;
  if (token && isRightAnswer(challenge, token, 0)) {
    return (await core.store.updateLink(link.owner, link.id, {status: 'valid'})) ?? link;
  }
  const request = period && {from: period.from, to: period.to, account: period.account ?? ''};
  throw await challengeFor(core, link, {purpose: collection, challenge, attempts: 0, request});
}

async function post(core: Core, call: Call, collection: Collection): Promise<Response> {
  const {owner} = serverOnly(call);
  let body: z.infer<typeof dataBody>;
  let period: Period | null = null;
  if (collection === 'transactions') {
    const wanted = await readBody(call.req.raw, transactionsBody);
    const account = wanted.account?.toLowerCase() ?? null;
    period = checkedPeriod(core, wanted.date_from, wanted.date_to, account);
    body = wanted;
  } else {
    body = await readBody(call.req.raw, dataBody);
  }
  const found = await usableLink(core, owner, body.link);
  const link = await settle(core, found, collection, body.token, period);
  return await give(core, call, link, collection, {period, save: body.save_data ?? true});
}

async function patch(core: Core, call: Call, collection: Collection): Promise<Response> {
  const caller: Caller = serverOnly(call);
  const body = await readBody(call.req.raw, resumeBody);
  const {link, session} = await resume(core, caller, body, collection);
  const {from, to, account} = session.request ?? {};
  const period = from && to ? {from, to, account: account || null} : null;
  return await give(core, call, link, collection, {period, save: body.save_data ?? true});
}

async function list(core: Core, call: Call, collection: Collection): Promise<Response> {
  const {owner} = serverOnly(call);
  const query = queryOf(call);
  if (collection === 'transactions' && !query.get('link')) {
    throw problem('required', {field: 'link'});
  }
  const position = positionOf(query, dataPageSize);
  const wanted = queryFor(conditionsOf(query, filtersOf[collection]), position);
  const found = await core.store.listDocuments(owner, collection, wanted);
  return respondPlain(pageOf(new URL(call.req.url), position, found, projection(query)));
}

/** Routes of accounts, owners and transactions. For servers only: a widget never sees a person's money. */
export function dataRoutes(app: Hono<SandboxEnv>, core: Core): void {
  for (const collection of ['accounts', 'owners', 'transactions'] as const) {
    serve(app, `/api/${collection}/`, {
      GET: async (call) => await list(core, call, collection),
      POST: async (call) => await post(core, call, collection),
      PATCH: async (call) => await patch(core, call, collection),
    });
    serve(app, `/api/${collection}/:id/`, {
      GET: async (call) => {
        const {owner} = serverOnly(call);
        const found = await core.store.findDocument(owner, collection, idOf(call));
        if (!found) throw problem('not_found');
        return respond(call, found);
      },
      DELETE: async (call) => {
        const {owner} = serverOnly(call);
        if (await core.store.deleteDocument(owner, collection, idOf(call))) {
          return new Response(null, {status: 204});
        }
        throw problem('not_found');
      },
    });
  }
}
