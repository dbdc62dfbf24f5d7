import {createMiddleware} from 'hono/factory';
import {sameBytes, sha256} from './crypto.js';
import {problem} from './problems.js';
import type {Call, Caller, Core, SandboxEnv} from './core.js';
import type {ApiProblem} from './problems.js';

/** Whether a pair of secrets is the account's. Takes as long for a near miss as for nonsense. */
export async function areSecretsRight(core: Core, id: string, password: string): Promise<boolean> {
  const {secretId, secretPassword} = core.settings;
  // Digests have one length, and neither part can run over into the other.
  const [given, expected] = await Promise.all([
    sha256(JSON.stringify([id, password])),
    sha256(JSON.stringify([secretId, secretPassword])),
  ]);
  return sameBytes(given, expected);
}

/** The refusal of wrong or missing credentials. */
export function refused(message?: string): ApiProblem {
  return problem('authentication_failed', message ? {message} : {}, {
    'WWW-Authenticate': 'Bearer realm="api"',
  });
}

/** User and password of a Basic header; null when it is none. */
export function basicCredentials(header: string): {id: string; password: string} | null {
  const [, encoded] = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? [];
  if (!encoded) return null;
  let text: string;
  try {
    const binary = atob(encoded);
    text = new TextDecoder('utf-8', {fatal: true}).decode(
      Uint8Array.from(binary, (sign) => sign.charCodeAt(0)),
    );
  } catch {
    return null;
  }
  const colon = text.indexOf(':');
  return colon < 0 ? null : {id: text.slice(0, colon), password: text.slice(colon + 1)};
}

/** Who a request says it comes from. Rejects with 401 when that is not so. */
export async function identify(core: Core, header: string): Promise<Caller> {
  if (header === '') throw refused('Authentication credentials were not provided.');
  const [, token] = /^bearer +(\S+)$/i.exec(header) ?? [];
  if (token) return {kind: 'widget', ...(await core.tokens.verify(token))};
  const given = basicCredentials(header);
  if (given && (await areSecretsRight(core, given.id, given.password))) {
    return {kind: 'server', owner: core.settings.secretId};
  }
  throw refused();
}

/** Lets nobody in without credentials and notes whose they are. */
export function requireCaller(core: Core) {
  return createMiddleware<SandboxEnv>(async (call, next) => {
    call.set('caller', await identify(core, call.req.header('authorization') ?? ''));
    await next();
  });
}

/** The caller, when a widget's token has the scope. Servers may do everything. */
export function callerWith(call: Call, scope: string): Caller {
  const caller = call.get('caller');
  if (caller.kind === 'widget' && !caller.scopes.includes(scope))
    throw problem('permission_denied');
  return caller;
}

/** The caller, when it is a server: nothing of this is for a page. */
export function serverOnly(call: Call): Caller {
  const caller = call.get('caller');
  if (caller.kind === 'widget') throw problem('permission_denied');
  return caller;
}
