/**
 * What comes after the list: its part of the flow, its screens, their styles, and what lives in them. A chunk of its
 * own, fetched while the person reads the first screens.
 */
import type {CSSResult, ReactiveControllerHost, TemplateResult} from 'lit';
import type {Clock} from '../api/request.js';
import type {LateFlow} from '../controllers/flow-controller.js';
import {FocusController} from '../controllers/focus-controller.js';
import {FormController} from '../controllers/form-controller.js';
import {performLate} from '../controllers/late-work.js';
import {ScrollController} from '../controllers/scroll-controller.js';
import {TickController} from '../controllers/tick-controller.js';
import {lateStep} from '../flow/late-step.js';
import {visibleInstitutions} from '../flow/institution-list.js';
import type {LateState, Shown, State} from '../flow/state.js';
import {companyLogoStyles} from '../fragments/company-logo.js';
import {fieldStyles} from '../fragments/field.js';
import {noticeStyles} from '../fragments/notice.js';
import {subject, subjectStyles} from './subject.js';
import {lateTokens} from '../styles/late-tokens.js';
import {pointer} from '../styles/pointer.js';
import {credentials, credentialsStyles, rejectionText} from './credentials.js';
import {endStyles, failureScreen} from './failure.js';
import {leaveQuestion, leaveStyles} from './leave.js';
import {linking, linkingStyles} from './linking.js';
import {mfa, mfaAlert, mfaStyles} from './mfa.js';
import {clear, filters, missing, narrowingStyles, nothingFound} from './narrowing.js';
import {screenKey, shownState, type Late} from './render-screen.js';
import {success} from './success.js';
import {survey, surveyStyles} from './survey.js';
import type {ScreenTools} from './tools.js';

/** What the later screens need of the element. */
export interface LatePorts {
  readonly clock: () => Clock;
  readonly state: () => State;
}

const styles: readonly CSSResult[] = [
  lateTokens,
  pointer,
  subjectStyles,
  narrowingStyles,
  fieldStyles,
  noticeStyles,
  companyLogoStyles,
  credentialsStyles,
  linkingStyles,
  mfaStyles,
  endStyles,
  leaveStyles,
  surveyStyles,
];

/** Brings the later screens to an element that has opened without them. */
export function createLate(
  host: ReactiveControllerHost & HTMLElement,
  ports: LatePorts,
): Late & LateFlow {
  const shown = () => shownState(ports.state());
  const key = () => {
    const state = shown();
    return state ? screenKey(state) : '';
  };
  const form = new FormController(host, ports.clock);
  const tick = new TickController(
    host,
    () => (/^(mfa|linking)$/.test(shown()?.step ?? '') ? key() : null),
    ports.clock,
  );
  new FocusController(host, () => ({
    key: key(),
    over: ports.state().step === 'leave',
    begun: shown()?.session.consented ?? false,
  }));
  new ScrollController(host);
  const sheets = styles.flatMap(({styleSheet}) => styleSheet ?? []);
  host.shadowRoot?.adoptedStyleSheets.push(...sheets);
  return {
    step: lateStep,
    perform: performLate,
    screen: (state, tools) => lateScreen(state, tools, form),
    narrowing: {rows: visibleInstitutions, clear, filters, missing, nothingFound},
    subject,
    question: leaveQuestion,
    alert,
    since: () => tick.since,
  };
}

function lateScreen(
  state: Exclude<LateState, {step: 'leave'}>,
  tools: ScreenTools,
  form: FormController,
): TemplateResult {
  switch (state.step) {
    case 'credentials':
      return credentials(state, tools, form);
    case 'linking':
      return linking(state, tools);
    case 'mfa':
      return mfa(state, tools, form);
    case 'success':
      return success(state, tools);
    case 'failure':
      return failureScreen(state, tools);
    case 'survey':
      return survey(state, tools);
  }
}

function alert(state: Shown, tools: ScreenTools): string {
  if (state.step === 'credentials' && state.rejected) {
    return rejectionText(state.rejected, state.institution?.displayName ?? '', tools)[0];
  }
  return state.step === 'mfa' && state.rejected ? mfaAlert(state, tools) : '';
}
