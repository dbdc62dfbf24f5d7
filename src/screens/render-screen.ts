import {html, type TemplateResult} from 'lit';
import type {LateState, Shown, State} from '../flow/state.js';
import {secondaryButton} from '../fragments/button.js';
import {skeletonForm} from '../fragments/skeleton.js';
import type {subject} from './subject.js';
import {institutions, type Narrowing} from './institutions.js';
import {intro} from './intro.js';
import type {ScreenTools} from './tools.js';

/** What comes after the list, once its code has come. */
export interface Late {
  readonly screen: (
    state: Exclude<LateState, {step: 'leave'}>,
    tools: ScreenTools,
  ) => TemplateResult;
  readonly narrowing: Narrowing;
  /** Whose form it is, for the header. */
  readonly subject: typeof subject;
  /** The question whether to leave, over a screen. */
  readonly question: (tools: ScreenTools) => TemplateResult;
  /** What went wrong, read out at once, as the focus is elsewhere. */
  readonly alert: (state: Shown, tools: ScreenTools) => string;
  /** When the screen that shows the time appeared, in milliseconds of the clock. */
  readonly since: () => number;
}

/** Whether the question whether to leave stands over the screen. */
export function isOver(state: State, late: Late | null): boolean {
  return state.step === 'leave' && late !== null;
}

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

/** The screen of a state. `late` is null until the code of the later ones is there. */
export function renderScreen(
  state: Shown,
  tools: ScreenTools,
  late: Late | null,
  retry: (() => void) | null,
): TemplateResult {
  switch (state.step) {
    case 'intro':
      return intro(state, tools);
    case 'institutions':
      return institutions(state, tools, late?.narrowing);
    default:
      return late ? late.screen(state, tools) : waiting(tools, retry);
  }
}

/** While the code or the texts of a screen are on their way; with `retry`, after they did not come. */
export function waiting({t}: ScreenTools, retry: (() => void) | null): TemplateResult {
  return html`<div class="screen" aria-busy=${retry ? 'false' : 'true'}>
    <div class="body" part="body">
      <h2 id="heading" part="heading" tabindex="-1" class=${retry ? '' : 'visually-hidden'}>
        ${t(retry ? 'common.failed' : 'common.loading')}
      </h2>
      ${retry ? secondaryButton(t('way.retry'), retry) : skeletonForm()}
    </div>
  </div>`;
}
