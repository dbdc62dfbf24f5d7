import type {Challenge, Link} from '../model.js';
import type {LinkOutcome} from './link-request.js';
import {failAnswer} from './failure.js';
import {isRecord, numberOf, uuidOf} from './late-values.js';
import type {Answer} from './request.js';
import {listOf, matchOf, textOf} from './values.js';

/**
 * What came of asking for a link. `now` is the moment the session of a second factor counts from. Throws a
 * `ConnectError` when the answer is neither a link nor a second factor.
 */
export function decodeOutcome({status, body}: Answer, now: number): LinkOutcome {
  const entry = (isRecord(body) ? body : listOf(body).find(isRecord)) ?? {};
  if (status === 428) {
    const challenge = decodeChallenge(entry, now);
    if (challenge) return {type: 'challenged', challenge};
  } else {
    const link = decodeLink(body);
    if (link) return {type: 'linked', link};
  }
  throw failAnswer(status, body);
}

function decodeLink(body: unknown): Link | null {
  if (!isRecord(body)) return null;
  const id = uuidOf(body['id']);
  return id ? {id, institution: textOf(body['institution'], 200) ?? ''} : null;
}

function decodeChallenge(entry: Readonly<Record<string, unknown>>, now: number): Challenge | null {
  const session = matchOf(entry['session'], /^[\w.-]{1,200}$/);
  const link = uuidOf(entry['link']);
  if (!session || !link) return null;
  const seconds = numberOf(entry['expiry'], 1e7);
  const data = entry['token_generation_data'];
  return {
    session,
    link,
    expiresAt: seconds === null ? null : now + seconds * 1000,
    ...decodeTask(isRecord(data) ? data : {}),
  };
}

type Task = Pick<Challenge, 'kind' | 'instructions' | 'value' | 'expectsInput'>;

function decodeTask(data: Readonly<Record<string, unknown>>): Task {
  const instructions = textOf(data['instructions'], 2000);
  // The documentation spells it both ways.
  const expectsInput = ![data['expects_user_input'], data['expect_user_input']].includes(false);
  const type = textOf(data['type'], 20);
  const text = textOf(data['value'], 2000);
  if (type === 'qr') {
    const image = decodeImage(data['value']);
    if (image) return {kind: 'qr', instructions, value: image, expectsInput};
    return {
      kind: expectsInput ? 'text' : 'confirm',
      instructions: instructions ?? text,
      value: null,
      expectsInput,
    };
  }
  if (!expectsInput) return {kind: 'confirm', instructions, value: text, expectsInput};
  return {kind: decodeKind(type, text), instructions, value: text, expectsInput};
}

function decodeKind(type: string | null, value: string | null): Challenge['kind'] {
  if (type === 'numeric') return value ? 'numeric' : 'code';
  return type ? 'text' : 'code';
}

/** An image as `data:` URL: whole, or only its base64 as far as the first bytes tell the format. Nothing remote. */
function decodeImage(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(/\s/g, '');
  const [, head, data] = /^(data:image\/[a-z+]+;base64,)?([\w+/]+={0,2})$/.exec(text) ?? [];
  if (!data) return null;
  if (head) return /\/(png|jpeg|gif|webp|svg\+xml);/.test(head) ? text : null;
  const format = /^iVBORw0KGgo/.test(data)
    ? 'png'
    : /^\/9j\//.test(data)
      ? 'jpeg'
      : /^R0lGOD/.test(data) && 'gif';
  return format ? `data:image/${format};base64,${data}` : null;
}
