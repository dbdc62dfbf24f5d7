import {renderSVG} from 'uqr';
import {base64Text} from '../crypto.js';
import {createRandom, hexFrom} from '../random.js';
import {problem} from '../problems.js';
import type {WireTokenGenerationData} from '../../api/contract.js';
import type {Core} from '../core.js';
import type {ApiProblem} from '../problems.js';
import type {ChallengeKind, StoredLink, StoredSession} from '../store.js';

/** Wrong answers after which a bank wants the whole sign-in again. */
const mostAttempts = 5;

/** What the bank says, in the language of its country. */
const instructions: Record<'es' | 'pt', Record<Exclude<ChallengeKind, 'otp'>, string>> = {
  es: {
    numeric: 'Escribe este número en tu dispositivo de seguridad y anota el código que te da.',
    qr: 'Escanea la imagen con la app de tu banco y escribe el código que te da.',
    question: '¿Cómo se llamaba tu primera mascota?',
    push: 'Confirma el acceso en la app de tu banco y después continúa aquí.',
  },
  pt: {
    numeric: 'Digite este número no seu dispositivo de segurança e anote o código que ele mostra.',
    qr: 'Leia a imagem com o app do seu banco e digite o código que ele mostra.',
    question: 'Qual era o nome do seu primeiro animal de estimação?',
    push: 'Confirme o acesso no app do seu banco e depois continue aqui.',
  },
};

function generationData(
  kind: ChallengeKind,
  session: string,
  institution: string,
): WireTokenGenerationData | null {
  // A plain one-time code has nothing to show.
  if (kind === 'otp') return null;
  const text = instructions[institution.includes('_br_') ? 'pt' : 'es'][kind];
  switch (kind) {
    case 'numeric': {
      const value = createRandom(`challenge|${session}`).digits(5);
      return {instructions: text, type: 'numeric', value, expects_user_input: true};
    }
    case 'qr': {
      const image = renderSVG(`belvo-sandbox:${session}`, {ecc: 'M', border: 2});
      const value = `data:image/svg+xml;base64,${base64Text(image)}`;
      return {instructions: text, type: 'qr', value, expects_user_input: true};
    }
    case 'question':
      return {instructions: text, type: 'text', expects_user_input: true};
    case 'push':
      return {instructions: text, expects_user_input: false};
  }
}

/** What of a sign-in a new question goes on with. */
export type SessionStart = Pick<StoredSession, 'purpose' | 'attempts' | 'request'> & {
  readonly challenge: ChallengeKind;
};

/** Opens a session and gives the 428 answer that asks its question. */
export async function challengeFor(
  core: Core,
  link: StoredLink,
  start: SessionStart,
): Promise<ApiProblem> {
  const {sessionTtl, seed} = core.settings;
  const id = hexFrom(`session|${seed}|${link.owner}|${link.id}|${core.now()}|${core.count()}`);
  const expiresAt = core.now() + sessionTtl * 1000;
  await core.store.insertSession({...start, owner: link.owner, id, link: link.id, expiresAt});
  return problem('token_required', {
    session: id,
    expiry: sessionTtl,
    link: link.id,
    token_generation_data: generationData(start.challenge, id, link.institution),
  });
}

/** What is wrong with the form of an answer, if anything; that costs no attempt. */
export function mistakeInAnswer(kind: ChallengeKind, token: string): ApiProblem | null {
  if (kind === 'push') return null;
  if (token.trim() === '') return problem('required', {field: 'token'});
  if (kind === 'question' || /^\d{6}$/.test(token)) return null;
  return problem('invalid', {field: 'token', message: 'The code has 6 digits.'});
}

/** Whether the bank takes an answer. A push needs a second look, as a person takes a while to confirm it. */
export function isRightAnswer(kind: ChallengeKind, token: string, attempts: number): boolean {
  return kind === 'push' ? attempts > 0 : token !== '999999';
}

/** Whether the bank asks once more after this many wrong answers. */
export function mayTryAgain(attempts: number): boolean {
  return attempts < mostAttempts;
}
