import type {Input} from '../../../src/flow/inputs.js';
import type {FlowConfig, Institution} from '../../../src/model.js';
import {
  challenge,
  config,
  erebor,
  fields,
  gotham,
  link,
  moria,
  refusal,
  token,
  typed,
  values,
} from './fixtures.js';

type OfType<T> = Extract<Input, {type: T}>;

/** One input of every type; a new type does not compile until it is here, and then needs rows in the table. */
export const sample: {readonly [T in Input['type']]: OfType<T>} = {
  open: {type: 'open', config: config()},
  restart: {type: 'restart', config: config()},
  abandon: {type: 'abandon'},
  close: {type: 'close'},
  back: {type: 'back'},
  consent: {type: 'consent'},
  search: {type: 'search', query: typed.search},
  chooseKind: {type: 'chooseKind', kind: 'business'},
  chooseCountry: {type: 'chooseCountry', country: 'CO'},
  pickInstitution: {type: 'pickInstitution', institution: erebor},
  reportMissing: {type: 'reportMissing'},
  submitCredentials: {type: 'submitCredentials', values},
  submitCode: {type: 'submitCode', code: typed.code},
  retry: {type: 'retry'},
  chooseAnother: {type: 'chooseAnother'},
  stay: {type: 'stay'},
  leave: {type: 'leave'},
  answerSurvey: {type: 'answerSurvey', reason: 'later'},
  tokenRead: {type: 'tokenRead', token},
  tokenFailed: {type: 'tokenFailed', failure: refusal('network')},
  institutionsArrived: {type: 'institutionsArrived', items: [gotham, erebor, moria]},
  institutionsComplete: {type: 'institutionsComplete'},
  institutionsFailed: {type: 'institutionsFailed', failure: refusal('server_error')},
  formArrived: {type: 'formArrived', institution: erebor, fields},
  formFailed: {type: 'formFailed', failure: refusal('timeout')},
  linked: {type: 'linked', link},
  challenged: {type: 'challenged', challenge: challenge()},
  linkFailed: {type: 'linkFailed', failure: refusal('institution_down', 'institution_down')},
  challengeExpired: {type: 'challengeExpired'},
};

/** The types of what a person or the page asks for; the rest are outcomes. */
export const intentTypes: ReadonlySet<Input['type']> = new Set([
  'open',
  'restart',
  'abandon',
  'close',
  'back',
  'consent',
  'search',
  'chooseKind',
  'chooseCountry',
  'pickInstitution',
  'reportMissing',
  'submitCredentials',
  'submitCode',
  'retry',
  'chooseAnother',
  'stay',
  'leave',
  'answerSurvey',
]);

/** The page opens the widget. */
export function open(set: Partial<FlowConfig> = {}): OfType<'open'> {
  return {type: 'open', config: config(set)};
}

/** The person chooses a row. */
export function pick(institution: Institution): OfType<'pickInstitution'> {
  return {type: 'pickInstitution', institution};
}

/** A page of the list has come. */
export function arrived(...items: readonly Institution[]): OfType<'institutionsArrived'> {
  return {type: 'institutionsArrived', items};
}

/** The form of an institution has come. */
export function formOf(institution: Institution): OfType<'formArrived'> {
  return {type: 'formArrived', institution, fields};
}
