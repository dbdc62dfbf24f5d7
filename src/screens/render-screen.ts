import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Leavable, State, Success, Survey} from '../flow/state.js';
import {skeletonForm} from '../fragments/skeleton.js';
import type {FormController} from '../controllers/form-controller.js';
import {institutions} from './institutions.js';
import {intro} from './intro.js';
import type * as late from './late.js';
import type {ScreenTools} from './tools.js';

/** The later screens once their code has come, and the form they share. */
export interface Late {
  readonly screens: typeof late;
  readonly form: FormController;
}

/** A state that has a screen of its own. */
export type Shown = Leavable | Success | Survey;

/** What is on screen in a state: the one behind the leave question, or itself; null when nothing is. */
export function shownState(state: State): Shown | null {
  if (state.step === 'idle') return null;
  return state.step === 'leave' ? state.behind : state;
}

/** Names a screen: another name is another screen, drawn afresh. */
export function screenKey(state: Shown): string {
  switch (state.step) {
    case 'credentials':
      return `credentials ${state.name}`;
    case 'mfa':
      return `mfa ${state.challenge.session}`;
    default:
      return state.step;
  }
}

/** The screen of a state, and over it the question whether to leave. */
export function renderScreen(
  state: Exclude<State, {step: 'idle'}>,
  tools: ScreenTools,
  late: Late | null,
): TemplateResult {
  const shown = state.step === 'leave' ? state.behind : state;
  const over = state.step === 'leave' && late !== null;
  return html`<div class="screens" ?inert=${over}>
      ${repeat([shown], screenKey, (each) => screen(each, tools, late))}
    </div>
    ${over ? late.screens.leaveQuestion(tools) : nothing}`;
}

function screen(state: Shown, tools: ScreenTools, late: Late | null): TemplateResult {
  switch (state.step) {
    case 'intro':
      return intro(state, tools);
    case 'institutions':
      return institutions(state, tools);
    case 'credentials':
    case 'linking':
    case 'mfa':
    case 'success':
    case 'failure':
    case 'survey':
      return late ? late.screens.lateScreen(state, tools, late.form) : waiting(tools);
  }
}

/** While the code or the texts of a screen are on their way. */
export function waiting({t}: Pick<ScreenTools, 't'>): TemplateResult {
  return html`<div class="screen" aria-busy="true">
    <h2 id="heading" tabindex="-1" class="visually-hidden">${t('common.loading')}</h2>
    <div class="body" part="body">${skeletonForm()}</div>
  </div>`;
}
