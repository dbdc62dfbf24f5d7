import {failure, type Failure} from '../../errors.js';
import type {Challenge} from '../../model.js';
import {notice} from '../announcements.js';
import type {Command} from '../commands.js';
import type {Input} from '../inputs.js';
import {soleInstitution} from '../list-order.js';
import {announceError, announceSuccess, recordError} from '../late-announcements.js';
import {choose, close, fail, formAgain} from '../late-moves.js';
import {to, type Transition} from '../moves.js';
import {keepUnsecret} from '../secrets.js';
import type {Attempt, CredentialsForm, Linking, Mfa} from '../state.js';

/** The sign-in form. What is typed stays in the form until it is sent; only what is no secret is kept. */
export function fromCredentials(state: CredentialsForm, input: Input): Transition {
  const {session, attempt} = state;
  switch (input.type) {
    case 'submitCredentials':
      return attempt === null ? to(state) : submit(state, attempt, input.values);
    case 'back':
    case 'chooseAnother':
      return canGoBack(state) ? back(state) : to(state);
    case 'close':
      return close(state);
    case 'tokenRead':
      return to(
        {...state, session: {...session, token: input.token}},
        {type: 'fetchForm', name: state.name},
      );
    case 'tokenFailed':
      return fail(session, input.failure, 'token', {name: state.name});
    case 'formArrived': {
      const {institution, fields} = input;
      if (institution.name !== state.name) return to(state);
      return to({...state, institution, attempt: {institution, fields, kept: {}}});
    }
    case 'formFailed':
      return fail(session, input.failure, 'form', {
        institution: state.institution,
        name: state.name,
      });
    default:
      return to(state);
  }
}

/** Whether there is anything before the form: not when the page chose the institution. */
export function canGoBack(state: CredentialsForm): boolean {
  return state.session.config.institution === null;
}

function back(state: CredentialsForm): Transition {
  const {session} = state;
  return soleInstitution(session) ? to({step: 'intro', session}) : choose(session);
}

function submit(
  state: CredentialsForm,
  attempt: Attempt,
  values: Readonly<Record<string, string>>,
): Transition {
  const {session} = state;
  const {institution, fields} = attempt;
  const {accessMode, externalId} = session.config;
  const create: Command = {
    type: 'createLink',
    institution: institution.name,
    credentials: values,
    accessMode,
    externalId,
  };
  const kept = keepUnsecret(fields, values);
  return to(
    {step: 'linking', session, attempt: {...attempt, kept}, challenge: null},
    notice('CREDENTIALS_SUBMIT', {institution_name: institution.name}),
    create,
  );
}

/** The API is signing in; nothing can be done but wait or leave. */
export function fromLinking(state: Linking, input: Input): Transition {
  const {session, attempt} = state;
  const {institution} = attempt;
  switch (input.type) {
    case 'linked':
      return to(
        {step: 'success', session, institution, link: input.link},
        announceSuccess(input.link),
      );
    case 'challenged':
      return challenged(state, input);
    case 'linkFailed':
      return refused(state, input.failure);
    case 'close':
      return close(state);
    default:
      return to(state);
  }
}

function challenged(state: Linking, {challenge}: Extract<Input, {type: 'challenged'}>): Transition {
  const name = state.attempt.institution.name;
  if (state.challenge === null) {
    const asked = notice('MFA_REQUEST', {institution_name: name, kind: challenge.kind});
    return toMfa(state, challenge, false, asked);
  }
  // Asked again for something to approve elsewhere: not yet approved, which is no mistake of anybody's.
  if (!challenge.expectsInput) return toMfa(state, challenge, true);
  return wrongCode(
    state,
    challenge,
    failure('mfa_rejected', {apiCode: 'token_required', status: 428}),
  );
}

function wrongCode(state: Linking, challenge: Challenge, reason: Failure): Transition {
  const session = recordError(state.session, reason);
  const error = announceError(reason, state.attempt.institution.name);
  return toMfa({...state, session}, challenge, true, error);
}

/** The question for the second factor, which is taken away when the bank stops waiting for the answer. */
function toMfa(
  {session, attempt}: Linking,
  challenge: Challenge,
  rejected: boolean,
  ...commands: readonly Command[]
): Transition {
  const {expiresAt} = challenge;
  const expiry: readonly Command[] = expiresAt === null ? [] : [{type: 'expireAt', at: expiresAt}];
  return to({step: 'mfa', session, attempt, challenge, rejected}, ...commands, ...expiry);
}

/** Whose mistake it was decides where the person lands: typing errors where they were made, the rest on its own screen. */
function refused(state: Linking, reason: Failure): Transition {
  const {session, attempt, challenge} = state;
  const {institution} = attempt;
  if (challenge !== null && (reason.code === 'invalid_field' || reason.code === 'mfa_rejected')) {
    return wrongCode(state, challenge, reason);
  }
  if (reason.code === 'credentials_rejected' || reason.code === 'invalid_field') {
    const form = formAgain(recordError(session, reason), attempt, reason);
    return to(form, announceError(reason, institution.name));
  }
  return fail(session, reason, 'link', {institution, attempt});
}

/** The second factor. */
export function fromMfa(state: Mfa, input: Input): Transition {
  const {session, attempt, challenge} = state;
  const {institution} = attempt;
  switch (input.type) {
    case 'submitCode':
      return to(
        {step: 'linking', session, attempt, challenge},
        notice('MFA_SUBMIT', {institution_name: institution.name}),
        {type: 'resumeLink', challenge, token: input.code},
      );
    case 'challengeExpired':
      return fail(session, expired, 'link', {institution, attempt});
    case 'back':
      return to(formAgain(session, attempt));
    case 'close':
      return close(state);
    default:
      return to(state);
  }
}

const expired = failure('session_expired');
