/**
 * The screens after the list, their styles and what lives in their forms. A chunk of its own: it is fetched while the
 * person reads the first screens.
 */
import type {TemplateResult} from 'lit';
import type {FormController} from '../controllers/form-controller.js';
import type {State} from '../flow/state.js';
import {fieldStyles} from '../fragments/field.js';
import {noticeStyles} from '../fragments/notice.js';
import {credentials, credentialsStyles} from './credentials.js';
import {endStyles, failureScreen} from './failure.js';
import {leaveStyles} from './leave.js';
import {linking, linkingStyles} from './linking.js';
import {mfa, mfaStyles} from './mfa.js';
import {success} from './success.js';
import {survey, surveyStyles} from './survey.js';
import type {ScreenTools} from './tools.js';

export {FormController} from '../controllers/form-controller.js';
export {leaveQuestion} from './leave.js';

/** Steps whose screens are drawn here. */
export type LateState = Extract<
  State,
  {step: 'credentials' | 'linking' | 'mfa' | 'success' | 'failure' | 'survey'}
>;

/** Draws one of the later screens. */
export function lateScreen(
  state: LateState,
  tools: ScreenTools,
  form: FormController,
): TemplateResult {
  switch (state.step) {
    case 'credentials':
      return credentials(state, tools, form);
    case 'linking':
      return linking(state, tools);
    case 'mfa':
      return mfa(state, tools);
    case 'success':
      return success(state, tools);
    case 'failure':
      return failureScreen(state, tools);
    case 'survey':
      return survey(state, tools);
  }
}

export const lateStyles = [
  fieldStyles,
  noticeStyles,
  credentialsStyles,
  linkingStyles,
  mfaStyles,
  endStyles,
  leaveStyles,
  surveyStyles,
];
