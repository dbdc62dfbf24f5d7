import type {Input} from '../../../src/flow/inputs.js';
import type {Step} from '../../../src/flow/state.js';
import type {Places} from './states.js';

/** Where an input leads, and what is done on the way. */
export type Row = readonly [step: Step, ...commands: readonly string[]];

const bank = 'erebor_mx_retail';
const down = 'moria_mx_retail';
const linkId = '5c9b1a6e-0000-4000-8000-000000000001';

const exits = (step: string, about = '-', error = '-'): Row => [
  'idle',
  `exit ${step} @${about} !${error}`,
  'CLOSE',
];
const picks = (from: string): Row => [
  'credentials',
  `INSTITUTION_SELECT @${bank}`,
  `fetchForm ${bank}`,
  `PAGE_LOAD /credentials < ${from} @${bank}`,
];
const fails = (code: string, from: string, about: string | null): Row => [
  'failure',
  `ERROR ${code} @${about ?? '-'}`,
  `PAGE_LOAD /error < ${from}${about === null ? '' : ` @${about}`}`,
];
const restarts = (from: string | null): Row => [
  'intro',
  'readToken',
  ...(from === null ? [] : [`PAGE_LOAD /consent < ${from}`]),
];
const asks: Row = ['leave'];
const surveys = (from: string, about: string | null): Row => [
  'survey',
  `PAGE_LOAD /abandonSurvey < ${from}${about === null ? '' : ` @${about}`}`,
];
const links: Row = [
  'success',
  `success ${linkId} @${bank}`,
  `PAGE_LOAD /success < /loading @${bank}`,
];
const linkFails = fails('institution_down', '/loading', bank);
const toList = (from: string): Row => ['institutions', `PAGE_LOAD /institutions < ${from}`];

type Rows = Readonly<Partial<Record<Input['type'], Row>>>;

/**
 * What moves each place. A pair that is not here leaves the place as it is; only what comes of the list is noted
 * everywhere in a session.
 */
export const table: Readonly<Record<keyof Places, Rows>> = {
  idle: {open: ['intro', 'readToken', 'PAGE_LOAD /consent < -']},
  intro: {
    restart: restarts(null),
    abandon: exits('intro'),
    close: asks,
    consent: ['institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
    tokenRead: ['intro', 'listInstitutions'],
    tokenFailed: fails('network', '/consent', null),
  },
  introReady: {
    restart: restarts(null),
    abandon: exits('intro'),
    close: asks,
    consent: ['institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
    tokenRead: ['intro', 'listInstitutions'],
    tokenFailed: fails('network', '/consent', null),
  },
  listAwaited: {
    restart: restarts('/institutions'),
    abandon: exits('institutions'),
    close: asks,
    back: ['intro', 'PAGE_LOAD /consent < /institutions'],
    search: ['institutions'],
    chooseKind: ['institutions'],
    chooseCountry: ['institutions'],
    pickInstitution: picks('/institutions'),
    reportMissing: ['institutions', 'INSTITUTION_MISSING 0'],
    tokenRead: ['institutions', 'listInstitutions'],
    tokenFailed: fails('network', '/institutions', null),
    institutionsArrived: ['institutions'],
    institutionsComplete: fails('no_institutions', '/institutions', null),
    institutionsFailed: fails('server_error', '/institutions', null),
  },
  listLoading: {
    restart: restarts('/institutions'),
    abandon: exits('institutions'),
    close: asks,
    back: ['intro', 'PAGE_LOAD /consent < /institutions'],
    search: ['institutions'],
    chooseKind: ['institutions'],
    chooseCountry: ['institutions'],
    pickInstitution: picks('/institutions'),
    reportMissing: ['institutions', 'INSTITUTION_MISSING 0'],
    tokenRead: ['institutions', 'listInstitutions'],
    tokenFailed: fails('network', '/institutions', null),
    institutionsArrived: ['institutions'],
    institutionsComplete: fails('no_institutions', '/institutions', null),
    institutionsFailed: fails('server_error', '/institutions', null),
  },
  list: {
    restart: restarts('/institutions'),
    abandon: exits('institutions'),
    close: asks,
    back: ['intro', 'PAGE_LOAD /consent < /institutions'],
    search: ['institutions'],
    chooseKind: ['institutions'],
    chooseCountry: ['institutions'],
    pickInstitution: picks('/institutions'),
    reportMissing: ['institutions', 'INSTITUTION_MISSING 0'],
    tokenRead: ['institutions', 'listInstitutions'],
    tokenFailed: fails('network', '/institutions', null),
    institutionsArrived: ['institutions'],
    institutionsComplete: ['institutions'],
    institutionsFailed: ['institutions'],
  },
  formAwaited: {
    restart: restarts('/credentials'),
    abandon: exits('credentials', bank),
    close: asks,
    back: toList('/credentials'),
    chooseAnother: toList('/credentials'),
    tokenRead: ['credentials', `fetchForm ${bank}`],
    tokenFailed: fails('network', '/credentials', bank),
    formArrived: ['credentials'],
    formFailed: fails('timeout', '/credentials', bank),
  },
  form: {
    restart: restarts('/credentials'),
    abandon: exits('credentials', bank),
    close: asks,
    back: toList('/credentials'),
    chooseAnother: toList('/credentials'),
    submitCredentials: [
      'linking',
      `CREDENTIALS_SUBMIT @${bank}`,
      `createLink ${bank}`,
      `PAGE_LOAD /loading < /credentials @${bank}`,
    ],
    tokenRead: ['credentials', `fetchForm ${bank}`],
    tokenFailed: fails('network', '/credentials', bank),
    formArrived: ['credentials'],
    formFailed: fails('timeout', '/credentials', bank),
  },
  presetAwaited: {
    restart: restarts('/credentials'),
    abandon: exits('credentials', bank),
    close: asks,
    tokenRead: ['credentials', `fetchForm ${bank}`],
    tokenFailed: fails('network', '/credentials', bank),
    formArrived: ['credentials'],
    formFailed: fails('timeout', '/credentials', bank),
  },
  preset: {
    restart: restarts('/credentials'),
    abandon: exits('credentials', bank),
    close: asks,
    submitCredentials: [
      'linking',
      `CREDENTIALS_SUBMIT @${bank}`,
      `createLink ${bank}`,
      `PAGE_LOAD /loading < /credentials @${bank}`,
    ],
    tokenRead: ['credentials', `fetchForm ${bank}`],
    tokenFailed: fails('network', '/credentials', bank),
    formArrived: ['credentials'],
    formFailed: fails('timeout', '/credentials', bank),
  },
  linking: {
    restart: restarts('/loading'),
    abandon: exits('linking', bank),
    close: asks,
    linked: links,
    challenged: [
      'mfa',
      `MFA_REQUEST code @${bank}`,
      'expireAt 60000',
      `PAGE_LOAD /mfa < /loading @${bank}`,
    ],
    linkFailed: linkFails,
  },
  answering: {
    restart: restarts('/loading'),
    abandon: exits('linking', bank),
    close: asks,
    linked: links,
    challenged: [
      'mfa',
      `ERROR token_required @${bank}`,
      'expireAt 60000',
      `PAGE_LOAD /mfa < /loading @${bank}`,
    ],
    linkFailed: linkFails,
  },
  mfa: {
    restart: restarts('/mfa'),
    abandon: exits('mfa', bank),
    close: asks,
    back: ['credentials', `PAGE_LOAD /credentials < /mfa @${bank}`],
    submitCode: [
      'linking',
      `MFA_SUBMIT @${bank}`,
      'resumeLink session-1',
      `PAGE_LOAD /loading < /mfa @${bank}`,
    ],
    challengeExpired: fails('session_expired', '/mfa', bank),
  },
  success: {
    restart: ['intro', 'CLOSE', 'readToken', 'PAGE_LOAD /consent < /success'],
    abandon: ['idle', 'CLOSE'],
    close: ['idle', 'CLOSE'],
  },
  linkFailed: {
    restart: restarts('/error'),
    abandon: exits('failure', bank, 'institution_down'),
    close: surveys('/error', bank),
    leave: surveys('/error', bank),
    back: toList('/error'),
    chooseAnother: toList('/error'),
    retry: ['credentials', `PAGE_LOAD /credentials < /error @${bank}`],
  },
  tokenFailed: {
    restart: restarts('/error'),
    abandon: exits('failure', '-', 'network'),
    close: surveys('/error', null),
    leave: surveys('/error', null),
    retry: ['intro', 'readToken', 'PAGE_LOAD /consent < /error'],
  },
  listFailed: {
    restart: restarts('/error'),
    abandon: exits('failure', '-', 'server_error'),
    close: surveys('/error', null),
    leave: surveys('/error', null),
    retry: ['institutions', 'listInstitutions', 'PAGE_LOAD /institutions < /error'],
  },
  formFailed: {
    restart: restarts('/error'),
    abandon: exits('failure', bank, 'timeout'),
    close: surveys('/error', bank),
    leave: surveys('/error', bank),
    back: toList('/error'),
    chooseAnother: toList('/error'),
    retry: ['credentials', `fetchForm ${bank}`, `PAGE_LOAD /credentials < /error @${bank}`],
  },
  down: {
    restart: restarts('/error'),
    abandon: exits('failure', down),
    close: surveys('/error', down),
    leave: surveys('/error', down),
    back: toList('/error'),
    chooseAnother: toList('/error'),
    retry: ['credentials', `fetchForm ${down}`, `PAGE_LOAD /credentials < /error @${down}`],
  },
  inactive: {
    restart: restarts('/error'),
    abandon: exits('failure', bank, 'institution_inactive'),
    close: surveys('/error', bank),
    leave: surveys('/error', bank),
    back: toList('/error'),
    chooseAnother: toList('/error'),
  },
  leaveIntro: {
    restart: restarts(null),
    abandon: exits('intro'),
    close: ['intro'],
    back: ['intro'],
    stay: ['intro'],
    leave: surveys('/consent', null),
    tokenRead: ['leave', 'listInstitutions'],
    tokenFailed: fails('network', '/consent', null),
  },
  leaveList: {
    restart: restarts('/institutions'),
    abandon: exits('institutions'),
    close: ['institutions'],
    back: ['institutions'],
    stay: ['institutions'],
    leave: surveys('/institutions', null),
    tokenRead: ['leave', 'listInstitutions'],
    tokenFailed: fails('network', '/institutions', null),
    institutionsArrived: ['leave'],
    institutionsComplete: fails('no_institutions', '/institutions', null),
    institutionsFailed: fails('server_error', '/institutions', null),
  },
  leaveForm: {
    restart: restarts('/credentials'),
    abandon: exits('credentials', bank),
    close: ['credentials'],
    back: ['credentials'],
    stay: ['credentials'],
    leave: surveys('/credentials', bank),
    tokenRead: ['leave', `fetchForm ${bank}`],
    tokenFailed: fails('network', '/credentials', bank),
    formArrived: ['leave'],
    formFailed: fails('timeout', '/credentials', bank),
  },
  leaveLinking: {
    restart: restarts('/loading'),
    abandon: exits('linking', bank),
    close: ['linking'],
    back: ['linking'],
    stay: ['linking'],
    leave: surveys('/loading', bank),
    linked: links,
    challenged: [
      'mfa',
      `MFA_REQUEST code @${bank}`,
      'expireAt 60000',
      `PAGE_LOAD /mfa < /loading @${bank}`,
    ],
    linkFailed: linkFails,
  },
  leaveMfa: {
    restart: restarts('/mfa'),
    abandon: exits('mfa', bank),
    close: ['mfa'],
    back: ['mfa'],
    stay: ['mfa'],
    leave: surveys('/mfa', bank),
    challengeExpired: fails('session_expired', '/mfa', bank),
  },
  survey: {
    restart: restarts('/abandonSurvey'),
    abandon: exits('credentials', bank),
    close: exits('credentials', bank),
    answerSurvey: ['idle', 'SURVEY later', `exit credentials @${bank} !-`, 'CLOSE'],
  },
};
