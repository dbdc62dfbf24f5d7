import {areSecretsRight, basicCredentials, refused, serverOnly} from '../auth.js';
import {problem, quoted} from '../problems.js';
import {idOf, respondPlain, serve} from '../respond.js';
import {linkTokenBody, refreshBody, scopes as knownScopes, tokenBody} from '../schemas.js';
import {readBody} from '../validate.js';
import type {Hono} from 'hono';
import type {z} from 'zod';
import type {WireTokenClaims} from '../../api/contract.js';
import type {Call, Core, SandboxEnv} from '../core.js';

function scopesFrom(text: string): string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  const unknown = names.find((name) => !knownScopes.some((scope) => scope === name));
  if (unknown === undefined) return [...new Set(names)];
  throw problem('invalid_choice', {
    field: 'scopes',
    message: `"${quoted(unknown)}" is not a valid choice.`,
  });
}

/** The secrets in the body; without them, those of a Basic header, as the npm client's `links.token` sends them. */
async function checkSecrets(
  core: Core,
  call: Call,
  body: z.infer<typeof tokenBody>,
): Promise<void> {
  const header = call.req.header('authorization');
  if (body.id === undefined && body.password === undefined && header !== undefined) {
    const given = basicCredentials(header);
    if (given && (await areSecretsRight(core, given.id, given.password))) return;
    throw refused();
  }
  for (const field of ['id', 'password'] as const) {
    if (body[field] === undefined) throw problem('required', {field});
  }
  if (!(await areSecretsRight(core, body.id ?? '', body.password ?? ''))) throw refused();
}

async function linkClaim(core: Core, id: string): Promise<NonNullable<WireTokenClaims['link']>> {
  const link = await core.store.findLink(core.settings.secretId, id);
  if (link) return {id: link.id, status: link.status, institution: link.institution};
  throw problem('does_not_exist', {
    field: 'link_id',
    message: `Object with id=${id} does not exist.`,
  });
}

/** Routes that make tokens. */
export function tokenRoutes(app: Hono<SandboxEnv>, core: Core): void {
  serve(app, '/api/token/', {
    POST: async (call) => {
      const body = await readBody(call.req.raw, tokenBody);
      await checkSecrets(core, call, body);
      const {fetch_resources, credentials_storage, stale_in, widget} = body;
      const pair = await core.tokens.create({
        scopes: scopesFrom(body.scopes),
        ...(body.link_id && {link: await linkClaim(core, body.link_id.toLowerCase())}),
        defaults: {fetch_resources, credentials_storage, stale_in},
        ...(widget && {widget}),
      });
      return respondPlain(pair);
    },
  });

  serve(app, '/api/token/refresh/', {
    POST: async (call) => {
      const {refresh} = await readBody(call.req.raw, refreshBody);
      return respondPlain(await core.tokens.refresh(refresh));
    },
  });

  serve(app, '/api/links/:id/token/', {
    POST: async (call) => {
      serverOnly(call);
      const {scopes} = await readBody(call.req.raw, linkTokenBody);
      const link = await core.store.findLink(core.settings.secretId, idOf(call));
      if (!link) throw problem('not_found');
      const claim = {id: link.id, status: link.status, institution: link.institution};
      const names = scopesFrom(scopes);
      return respondPlain(await core.tokens.create({scopes: names, link: claim, defaults: {}}));
    },
  });
}
