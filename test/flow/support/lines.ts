import type {Input} from '../../../src/flow/inputs.js';
import {challenge, erebor, gotham, link, refusal} from './fixtures.js';
import {arrived, formOf, open, pick, sample} from './inputs.js';
import type {Line} from './story.js';

/** Name of the institution that these stories are about. */
export const bank = erebor.name;
const {consent, tokenRead, institutionsComplete, submitCredentials, submitCode} = sample;
const {linked, close} = sample;

/** The bank asks, in a session of its own. */
export const challenged = (session: string): Input => ({
  type: 'challenged',
  challenge: challenge({session}),
});
/** The API refuses the link. */
export const linkFailed = (...reason: Parameters<typeof refusal>): Input => ({
  type: 'linkFailed',
  failure: refusal(...reason),
});

/** The page opens the widget. */
export const opened: Line = [open(), 'intro', 'readToken', 'PAGE_LOAD /consent < -'];
/** Up to the list, with everything in time. */
export const toTheList: readonly Line[] = [
  opened,
  [tokenRead, 'intro', 'listInstitutions'],
  [arrived(gotham, erebor), 'intro'],
  [institutionsComplete, 'intro'],
  [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
];
/** What is done when the row is chosen. */
export const picked: readonly string[] = [`INSTITUTION_SELECT @${bank}`, `fetchForm ${bank}`];
/** Up to the form. */
export const toTheForm: readonly Line[] = [
  ...toTheList,
  [pick(erebor), 'credentials', ...picked, `PAGE_LOAD /credentials < /institutions @${bank}`],
  [formOf(erebor), 'credentials'],
];
/** The form is sent. */
export const submitted: Line = [
  submitCredentials,
  'linking',
  `CREDENTIALS_SUBMIT @${bank}`,
  `createLink ${bank}`,
  `PAGE_LOAD /loading < /credentials @${bank}`,
];
/** The account is linked and the widget closed. */
export const connected: readonly Line[] = [
  [linked, 'success', `success ${link.id} @${bank}`, `PAGE_LOAD /success < /loading @${bank}`],
  [close, 'idle', 'CLOSE'],
];
/** The bank asks for a code. */
export const asked: Line = [
  challenged('first'),
  'mfa',
  `MFA_REQUEST code @${bank}`,
  'expireAt 60000',
  `PAGE_LOAD /mfa < /loading @${bank}`,
];
/** The code is sent. */
export const answered = (session: string): Line => [
  submitCode,
  'linking',
  `MFA_SUBMIT @${bank}`,
  `resumeLink ${session}`,
  `PAGE_LOAD /loading < /mfa @${bank}`,
];
/** What is done when something about the institution fails on a page. */
export const failed = (code: string, from: string): readonly string[] => [
  `ERROR ${code} @${bank}`,
  `PAGE_LOAD /error < ${from} @${bank}`,
];
