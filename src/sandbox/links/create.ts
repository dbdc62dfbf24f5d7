import type {z} from 'zod';
import {findInstitution} from '../data/institutions.js';
import {pause} from '../core.js';
import {loadForNewLink} from '../data/load.js';
import {problem, quoted} from '../problems.js';
import {mayCreate, spend} from './access.js';
import {challengeFor, isRightAnswer} from './challenge.js';
import {checkedCredentials} from './credentials.js';
import {newLink} from './records.js';
import {signIn} from './sign-in.js';
import type {Caller, Core} from '../core.js';
import type {CatalogEntry} from '../data/institutions.js';
import type {linkBody} from '../schemas.js';
import type {StoredLink} from '../store.js';
import type {Credentials} from './credentials.js';
import type {LinkWishes} from './records.js';

type LinkBody = z.infer<typeof linkBody>;

/** Seconds the slow bank of the sandbox makes people wait at most. */
const longestDelay = 30;

function knownInstitution(name: string): CatalogEntry {
  const entry = findInstitution(name);
  if (entry) return entry;
  throw problem('does_not_exist', {
    field: 'institution',
    message: `Object with name=${quoted(name)} does not exist.`,
  });
}

/** Resources to read, when the institution has them all. */
export function checkedResources(entry: CatalogEntry, names: readonly string[]): readonly string[] {
  const missing = names.filter((name) => !entry.institution.resources.includes(name));
  if (missing.length === 0) return names;
  throw problem('invalid_fetch_resources', {
    field: 'fetch_resources',
    message: `${entry.institution.name} does not offer ${missing.join(', ')}.`,
  });
}

/** What the request asks for; where it says nothing, what the token was made with. */
function wishesOf(entry: CatalogEntry, caller: Caller, body: LinkBody): LinkWishes {
  const defaults = caller.kind === 'widget' ? caller.defaults : {};
  // A token is made before anybody knows the institution: of its list, what the institution has.
  const fromToken = defaults.fetch_resources?.filter((name) =>
    entry.institution.resources.includes(name),
  );
  return {
    access_mode: body.access_mode ?? 'recurrent',
    external_id: body.external_id ?? null,
    fetch_resources: body.fetch_resources
      ? checkedResources(entry, body.fetch_resources)
      : (fromToken ?? []),
    credentials_storage: body.credentials_storage ?? defaults.credentials_storage,
    stale_in: body.stale_in ?? defaults.stale_in,
  };
}

/** Keeps a link. An attempt of the same person that was never confirmed is taken up again; a link is not doubled. */
async function keep(core: Core, link: StoredLink): Promise<StoredLink> {
  const existing = await core.store.insertLink(link);
  if (!existing) return link;
  if (existing.status !== 'unconfirmed') {
    throw problem('duplicated', {institution_user_id: existing.institution_user_id});
  }
  const {owner, id: _id, userKey: _key, institution: _institution, ...change} = link;
  return (await core.store.updateLink(owner, existing.id, change)) ?? (await keep(core, link));
}

async function actSlow(
  entry: CatalogEntry,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<void> {
  if (entry.brand !== 'belvo') return;
  await pause(Math.min(Number(credentials['username2']), longestDelay) * 1000, signal);
}

function knewTheCode(link: StoredLink, token: string | null | undefined): boolean {
  if (link.challenge === null) return true;
  return (
    Boolean(token) && link.challenge !== 'push' && isRightAnswer(link.challenge, token ?? '', 0)
  );
}

/** Marks a link as connected and reads what it was created for. */
export async function connect(core: Core, caller: Caller, link: StoredLink): Promise<StoredLink> {
  await spend(core, caller);
  const connected = await core.store.updateLink(link.owner, link.id, {
    status: 'valid',
    failedAttempts: 0,
  });
  if (!connected) throw problem('not_found');
  await loadForNewLink(core, connected);
  return connected;
}

/** `POST /api/links/`: signs in and keeps the link, or rejects with what the bank says. */
export async function createLink(
  core: Core,
  caller: Caller,
  body: LinkBody,
  signal: AbortSignal,
): Promise<StoredLink> {
  await mayCreate(core, caller);
  const entry = knownInstitution(body.institution);
  const credentials = checkedCredentials(entry.institution.form_fields, body);
  const wishes = wishesOf(entry, caller, body);
  await actSlow(entry, credentials, signal);
  const state = signIn(entry, credentials);
  const fresh = await newLink(core, caller, body.institution, credentials, state, wishes);
  const link = await keep(core, fresh);
  if (link.challenge !== null && !knewTheCode(link, body.token)) {
    throw await challengeFor(core, link, {
      purpose: 'links',
      challenge: link.challenge,
      attempts: 0,
      request: null,
    });
  }
  try {
    return await connect(core, caller, link);
  } catch (error) {
    // Another request spent the token in between: nothing of this one stays.
    await core.store.deleteLink(link.owner, link.id);
    throw error;
  }
}
