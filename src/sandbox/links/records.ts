import {base64Url, hex, keyedHash, sha256} from '../crypto.js';
import {accountId} from '../tokens.js';
import {timestamp} from '../core.js';
import {uuidFrom} from '../random.js';
import type {WireLink} from '../../api/contract.js';
import type {Caller, Core} from '../core.js';
import type {StoredLink} from '../store.js';
import type {Credentials} from './credentials.js';
import type {SignIn} from './sign-in.js';

/** How a link was asked for, beside the credentials. */
export interface LinkWishes {
  readonly access_mode: 'single' | 'recurrent';
  readonly external_id: string | null;
  readonly fetch_resources: readonly string[];
  readonly credentials_storage: string | undefined;
  readonly stale_in: string | undefined;
}

/** The API's view of a link. */
export function shownLink(link: StoredLink): WireLink {
  const {owner: _owner, userKey: _key, creator: _creator, dataSet: _set, ...rest} = link;
  const {challenge: _challenge, failedAttempts: _attempts, ...shown} = rest;
  return shown;
}

async function identityOf(
  core: Core,
  institution: string,
  credentials: Credentials,
): Promise<{userKey: string; institution_user_id: string}> {
  const {username = '', username2 = '', username3 = '', username_type = ''} = credentials;
  const user = JSON.stringify([institution, username, username2, username3, username_type]);
  // Both hashes are keyed: user names are short, a bare hash of one could be found by trying.
  const key = core.settings.secretPassword;
  const userKey = hex(await keyedHash(`duplicates|${key}`, user));
  return {userKey, institution_user_id: base64Url(await sha256(`user id|${userKey}`))};
}

/** The widget session that makes a link; null for a server. */
export function creatorOf(caller: Caller): string | null {
  return caller.kind === 'widget' ? caller.session : null;
}

/** Credential storage is the API's choice for recurrent links. */
function storageOf({access_mode, credentials_storage}: LinkWishes): string {
  return access_mode === 'recurrent' ? 'store' : (credentials_storage ?? '365d');
}

/** A new link. It keeps no credential, only keyed hashes of who signed in. */
export async function newLink(
  core: Core,
  caller: Caller,
  institution: string,
  credentials: Credentials,
  {dataSet, challenge}: SignIn,
  wishes: LinkWishes,
): Promise<StoredLink> {
  const now = timestamp(core.now());
  const identity = await identityOf(core, institution, credentials);
  const nonce = `${identity.userKey}|${core.now()}|${core.count()}`;
  return {
    id: uuidFrom(`link|${core.settings.seed}|${caller.owner}|${nonce}`),
    institution,
    access_mode: wishes.access_mode,
    status: challenge ? 'unconfirmed' : 'valid',
    refresh_rate: wishes.access_mode === 'recurrent' ? '7d' : null,
    created_by: accountId(caller.owner),
    last_accessed_at: now,
    external_id: wishes.external_id,
    created_at: now,
    institution_user_id: identity.institution_user_id,
    credentials_storage: storageOf(wishes),
    stale_in: wishes.stale_in ?? '365d',
    fetch_resources: [...wishes.fetch_resources],
    owner: caller.owner,
    userKey: identity.userKey,
    creator: creatorOf(caller),
    dataSet,
    challenge,
    failedAttempts: 0,
  };
}
