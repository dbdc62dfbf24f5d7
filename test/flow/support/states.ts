import type {FlowConfig} from '../../../src/model.js';
import type {State} from '../../../src/flow/state.js';
import {challenge, erebor, gotham, moria, refusal} from './fixtures.js';
import {arrived, formOf, open, pick, sample} from './inputs.js';
import {after} from './story.js';

/** A state of every step and of every variety that reacts differently, each reached by the flow itself. */
export interface Places {
  readonly idle: State;
  readonly intro: State;
  readonly introReady: State;
  readonly listAwaited: State;
  readonly listLoading: State;
  readonly list: State;
  readonly formAwaited: State;
  readonly form: State;
  readonly presetAwaited: State;
  readonly preset: State;
  readonly linking: State;
  readonly answering: State;
  readonly mfa: State;
  readonly success: State;
  readonly linkFailed: State;
  readonly tokenFailed: State;
  readonly listFailed: State;
  readonly formFailed: State;
  readonly down: State;
  readonly inactive: State;
  readonly leaveIntro: State;
  readonly leaveList: State;
  readonly leaveForm: State;
  readonly leaveLinking: State;
  readonly leaveMfa: State;
  readonly survey: State;
}

/** The places as they are with a configuration; those behind the leave question need it asked. */
export function places(set: Partial<FlowConfig> = {}): Places {
  const {tokenRead, consent, close, submitCredentials, leave} = sample;
  const idle = after(open(), sample.abandon);
  const intro = after(open(set));
  const listLoading = after(intro, consent, tokenRead);
  const introReady = after(
    intro,
    tokenRead,
    arrived(gotham, erebor, moria),
    sample.institutionsComplete,
  );
  const list = after(introReady, consent);
  const formAwaited = after(list, pick(erebor));
  const form = after(formAwaited, formOf(erebor));
  const linking = after(form, submitCredentials);
  const mfa = after(linking, {type: 'challenged', challenge: challenge()});
  const presetAwaited = after(open({...set, institution: erebor.name}));
  return {
    idle,
    intro,
    introReady,
    listAwaited: after(intro, consent),
    listLoading,
    list,
    formAwaited,
    form,
    presetAwaited,
    preset: after(presetAwaited, tokenRead, formOf(erebor)),
    linking,
    answering: after(mfa, sample.submitCode),
    mfa,
    success: after(linking, sample.linked),
    linkFailed: after(linking, sample.linkFailed),
    tokenFailed: after(intro, sample.tokenFailed),
    listFailed: after(listLoading, sample.institutionsFailed),
    formFailed: after(formAwaited, sample.formFailed),
    down: after(list, pick(moria)),
    inactive: after(linking, {type: 'linkFailed', failure: refusal('institution_inactive')}),
    leaveIntro: after(intro, close),
    leaveList: after(listLoading, close),
    leaveForm: after(formAwaited, close),
    leaveLinking: after(linking, close),
    leaveMfa: after(mfa, close),
    survey: after(form, close, leave),
  };
}

/** The names of {@link places}. */
export const placeNames = names(places());

function names(all: Places): readonly (keyof Places)[] {
  const isName = (key: string): key is keyof Places => key in all;
  return Object.keys(all).filter(isName);
}
