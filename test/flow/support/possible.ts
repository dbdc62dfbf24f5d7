import type {FailureCode} from '../../../src/errors.js';
import type {Command} from '../../../src/flow/commands.js';
import type {Input} from '../../../src/flow/inputs.js';
import type {State} from '../../../src/flow/state.js';
import type {Institution} from '../../../src/model.js';
import {challenge, codes, erebor, fields, gotham, moria, refusal, token} from './fixtures.js';
import {arrived, pick, sample} from './inputs.js';

/** The page opens the widget, always with the same settings in one walk. */
export type Opening = Extract<Input, {type: 'open'}>;

const expired = sample.challengeExpired;
// Mistakes of the person are the most frequent failures.
const failures = [...codes, ...Array<FailureCode>(5).fill('credentials_rejected')].map((code) =>
  refusal(code),
);
const challenges = [
  challenge(),
  challenge({session: 'session-2', kind: 'numeric', value: '123456'}),
  challenge({session: 'session-3', kind: 'confirm', expectsInput: false, expiresAt: null}),
];
/** Outcomes of all sorts, whether asked for or not. */
export const anyOutcome: readonly Input[] = [
  ...(['readToken', 'listInstitutions', 'createLink'] as const).flatMap(outcomesOf),
  ...formOutcomes(erebor),
  ...formOutcomes(gotham),
  expired,
];

/** What leads from a step towards a link. */
export function straightOn(state: State, open: Opening): readonly Input[] {
  switch (state.step) {
    case 'idle':
      return [open];
    case 'intro':
      return [sample.consent];
    case 'institutions':
      return state.session.list.items.map(pick);
    case 'credentials':
      return [sample.submitCredentials];
    case 'mfa':
      return [sample.submitCode];
    case 'failure':
      return [sample.retry, sample.retry, sample.chooseAnother];
    case 'leave':
      return [sample.stay];
    case 'survey':
      return [sample.answerSurvey];
    case 'linking':
    case 'success':
      return [];
  }
}

/** What a person or the page may ask for: rows can be chosen once they have come. */
export function intents(state: State, open: Opening): readonly Input[] {
  const rows = state.step === 'idle' ? [] : state.session.list.items;
  return [
    ...rows.map(pick),
    open,
    {type: 'restart', config: open.config},
    sample.search,
    sample.consent,
    sample.submitCredentials,
    sample.submitCode,
    sample.abandon,
    sample.close,
    sample.back,
    sample.chooseKind,
    sample.chooseCountry,
    sample.reportMissing,
    {type: 'submitCode', code: null},
    sample.retry,
    sample.chooseAnother,
    sample.stay,
    sample.leave,
    sample.answerSurvey,
    {type: 'answerSurvey', reason: null},
  ];
}

/** How something that the flow asked for may end; what is frequent comes more than once. */
export function outcomes(job: Command): readonly Input[] {
  switch (job.type) {
    case 'fetchForm':
      return formOutcomes([gotham, moria].find(({name}) => name === job.name) ?? erebor);
    case 'readToken':
    case 'listInstitutions':
    case 'createLink':
    case 'resumeLink':
      return outcomesOf(job.type);
    case 'expireAt':
      return [expired];
    case 'announce':
      return [];
  }
}

function formOutcomes(institution: Institution): readonly Input[] {
  return [
    ...Array<Input>(4).fill({type: 'formArrived', institution, fields}),
    sample.formFailed,
    {type: 'formFailed', failure: refusal('institution_inactive')},
  ];
}

function outcomesOf(
  type: 'readToken' | 'listInstitutions' | 'createLink' | 'resumeLink',
): readonly Input[] {
  switch (type) {
    case 'readToken':
      return [...Array<Input>(9).fill({type: 'tokenRead', token}), sample.tokenFailed];
    case 'listInstitutions':
      return [
        arrived(erebor, moria),
        arrived(gotham),
        arrived(erebor, gotham, moria),
        sample.institutionsComplete,
        sample.institutionsFailed,
      ];
    case 'createLink':
    case 'resumeLink':
      return [
        ...Array<Input>(40).fill(sample.linked),
        ...challenges.flatMap((one) => Array<Input>(12).fill({type: 'challenged', challenge: one})),
        ...failures.map((failure): Input => ({type: 'linkFailed', failure})),
      ];
  }
}
