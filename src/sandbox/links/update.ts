import type {z} from 'zod';
import {problem} from '../problems.js';
import {challengeFor, isRightAnswer, mistakeInAnswer} from './challenge.js';
import {checkedCredentials} from './credentials.js';
import {checkedResources} from './create.js';
import {isKnownWrong} from './sign-in.js';
import {findInstitution} from '../data/institutions.js';
import type {Core} from '../core.js';
import type {CatalogEntry} from '../data/institutions.js';
import type {ApiProblem} from '../problems.js';
import type {credentialsBody, linkChangeBody} from '../schemas.js';
import type {ChallengeKind, LinkChange, StoredLink} from '../store.js';
import type {Credentials} from './credentials.js';

/** Refused renewals after which a link no longer counts as usable. */
const mostFailures = 6;

function entryOf(link: StoredLink): CatalogEntry {
  const entry = findInstitution(link.institution);
  if (!entry) throw problem('institution_inactive');
  return entry;
}

async function changed(core: Core, link: StoredLink, change: LinkChange): Promise<StoredLink> {
  const result = await core.store.updateLink(link.owner, link.id, change);
  if (!result) throw problem('not_found');
  return result;
}

async function refuse(core: Core, link: StoredLink): Promise<ApiProblem> {
  const failedAttempts = link.failedAttempts + 1;
  const status = failedAttempts >= mostFailures ? 'invalid' : link.status;
  await changed(core, link, {failedAttempts, status});
  return problem('login_error');
}

/** The fields that PUT takes, by the institution's rules; who the person is cannot change. */
function newCredentials(
  link: StoredLink,
  entry: CatalogEntry,
  body: z.infer<typeof credentialsBody>,
): Credentials {
  const form = entry.institution.form_fields.filter((field) => field.name.startsWith('password'));
  // A link that only wants a fresh code still has its credentials: a code alone, or nothing, is enough.
  if (link.status === 'token_required' && body.password === undefined) return {};
  const type = body.username_type;
  return {...checkedCredentials(form, body), ...(type && {username_type: type})};
}

function kindOf(link: StoredLink): ChallengeKind | null {
  return link.challenge ?? (link.status === 'token_required' ? 'otp' : null);
}

/** `PUT /api/links/{id}/`: renews the credentials. Rejects with 428 where the bank asks for a second factor. */
export async function renewCredentials(
  core: Core,
  link: StoredLink,
  body: z.infer<typeof credentialsBody>,
): Promise<StoredLink> {
  if (link.status === 'unconfirmed') throw problem('unconfirmed_link');
  const entry = entryOf(link);
  const credentials = newCredentials(link, entry, body);
  if (entry.institution.status === 'down') throw problem('institution_down');
  if (isKnownWrong(credentials)) throw await refuse(core, link);
  const challenge = kindOf(link);
  const mistake = challenge && body.token ? mistakeInAnswer(challenge, body.token) : null;
  if (mistake) throw mistake;
  if (challenge && !(body.token && isRightAnswer(challenge, body.token, 0))) {
    throw await challengeFor(core, link, {purpose: 'links', challenge, attempts: 0, request: null});
  }
  return await changed(core, link, {status: 'valid', failedAttempts: 0});
}

/** `PATCH /api/links/{id}/`: changes what is read, how long it is kept, how often it is refreshed. */
export async function changeLink(
  core: Core,
  link: StoredLink,
  body: z.infer<typeof linkChangeBody>,
): Promise<StoredLink> {
  const {access_mode, fetch_resources, stale_in} = body;
  if (access_mode === 'recurrent' && link.credentials_storage === 'nostore') {
    throw problem('invalid_access_mode_switch');
  }
  return await changed(core, link, {
    ...(access_mode && {access_mode, refresh_rate: access_mode === 'recurrent' ? '7d' : null}),
    ...(fetch_resources && {
      fetch_resources: [...checkedResources(entryOf(link), fetch_resources)],
    }),
    ...(stale_in && {stale_in}),
  });
}
