import {ContextConsumer} from '@lit/context';
import {
  adoptStyles,
  html,
  LitElement,
  nothing,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {TokenSource} from './api/token-source.js';
import {readConfig, type Config, type ListValue} from './config.js';
import {FlowController} from './controllers/flow-controller.js';
import {FocusController} from './controllers/focus-controller.js';
import {LocalizeController} from './controllers/localize-controller.js';
import {ModalController} from './controllers/modal-controller.js';
import {createPageToken, type TokenProvider} from './controllers/page-token.js';
import {SchemeController} from './controllers/scheme-controller.js';
import {ConnectError, failure, type Failure} from './errors.js';
import {BelvoConnectEvent, BelvoExitEvent, BelvoSuccessEvent} from './events.js';
import type {ExitDetail, PublicEvent, SuccessDetail} from './flow/commands.js';
import type {Intent} from './flow/inputs.js';
import type {Step} from './flow/state.js';
import {canGoBack} from './flow/steps/connect.js';
import {header} from './fragments/frame.js';
import type {MessageOverrides} from './i18n/messages.js';
import type {Branding, Institution} from './model.js';
import {tell, tellFailure} from './report.js';
import {institutionsStyles} from './screens/institutions.js';
import {introStyles} from './screens/intro.js';
import {
  renderScreen,
  screenKey,
  shownState,
  waiting,
  type Late,
  type Shown,
} from './screens/render-screen.js';
import type {ScreenTools} from './screens/tools.js';
import {browserServices, servicesContext, type Services} from './services.js';
import {base} from './styles/base.js';
import {tokens} from './styles/tokens.js';

/** How a session ended: what {@link BelvoConnect.open} resolves with. */
export type ConnectResult =
  ({readonly type: 'success'} & SuccessDetail) | ({readonly type: 'exit'} & ExitDetail);

/**
 * Lets a person connect a bank, fiscal or employment account through Belvo without leaving the page.
 *
 * Presented `inline` it opens by itself once it is in the page and knows where its access token comes from; presented
 * as a `modal` it waits for `open()` or a click on its trigger, and asks for nothing until then.
 *
 * @summary Connects a bank, fiscal or employment account through Belvo.
 * @fires {BelvoSuccessEvent} belvo-success - An account was connected. `detail`: `{link, institution}`. Once per link, before the widget closes.
 * @fires {BelvoExitEvent} belvo-exit - The person left without a link. `detail`: `{last_encountered_error: {message, code} | null, meta_data: {institution_name, step}}`.
 * @fires {BelvoConnectEvent} belvo-event - Something happened on the way. `detail`: `{eventName, request_id?, meta_data}`; `eventName` is one of `PAGE_LOAD`, `ERROR`, `WARNING`, `CONSENT`, `INSTITUTION_SELECT`, `INSTITUTION_MISSING`, `CREDENTIALS_SUBMIT`, `MFA_REQUEST`, `MFA_SUBMIT`, `SURVEY`, `CLOSE`.
 * @slot trigger - A button of the page's that opens a modal.
 * @csspart dialog - The modal's dialog, which covers the page with a veil.
 * @csspart frame - The box around every screen.
 * @csspart header - The bar with back, the institution and close.
 * @csspart heading - The heading of a screen.
 * @csspart body - The part of a screen that scrolls.
 * @csspart footer - The part of a screen that holds its actions.
 * @csspart back-button - The button one step back.
 * @csspart close-button - The button that closes.
 * @csspart primary-button - The main action of a screen.
 * @csspart secondary-button - The other action of a screen.
 * @csspart search - The search field of the list.
 * @csspart institution - A row of the list.
 * @csspart field - A label with its input, hint and error.
 * @csspart label - The label of an input.
 * @csspart input - An input or a choice.
 * @csspart hint - The hint under an input.
 * @csspart error - The message under a wrong input.
 * @csspart notice - A message above a form.
 * @csspart progress - The sign that the connection is under way.
 * @csspart logo - The logo of an institution or the company, or its initials.
 * @cssproperty [--belvo-color-accent=#0b5fe0] - Main buttons, links, focus rings. Dark: `#7fb0ff`.
 * @cssproperty [--belvo-color-on-accent=#fff] - Text on the accent. Dark: `#071a36`.
 * @cssproperty [--belvo-color-accent-soft=#eaf2ff] - Ground of what is chosen. Dark: `#14284a`.
 * @cssproperty [--belvo-color-text=#0f1b2d] - Text. Dark: `#eef3f8`.
 * @cssproperty [--belvo-color-muted=#526173] - Secondary text. Dark: `#a9b6c6`.
 * @cssproperty [--belvo-color-background=#fff] - Ground of the widget. Dark: `#0e1724`.
 * @cssproperty [--belvo-color-raised=#f5f8fb] - Ground of what is raised, such as the search field. Dark: `#162233`.
 * @cssproperty [--belvo-color-sheet=#fff] - Ground of the question before leaving. Dark: `#182536`.
 * @cssproperty [--belvo-color-line=#dde4ec] - Lines that separate. Dark: `#2a394d`.
 * @cssproperty [--belvo-color-line-strong=#78879b] - Borders of controls; 3:1 on the background. Dark: `#6d7f95`.
 * @cssproperty [--belvo-color-danger=#b42318] - Errors. Dark: `#ff9a8d`.
 * @cssproperty [--belvo-color-danger-soft=#fef1ef] - Ground of errors. Dark: `#35191a`.
 * @cssproperty [--belvo-color-success=#067647] - Success. Dark: `#5fd6a0`.
 * @cssproperty [--belvo-color-success-soft=#e9f8f0] - Ground of success. Dark: `#10302a`.
 * @cssproperty [--belvo-color-warning=#8a5300] - Warnings. Dark: `#f5c26b`.
 * @cssproperty [--belvo-color-warning-soft=#fff6e5] - Ground of warnings. Dark: `#33270f`.
 * @cssproperty [--belvo-color-veil=rgb(9 18 32 / 55%)] - What covers the page behind a modal.
 * @cssproperty [--belvo-radius-frame=20px] - Corners of the frame.
 * @cssproperty [--belvo-radius-control=14px] - Corners of buttons and inputs.
 * @cssproperty [--belvo-font-family=system-ui] - Typeface.
 * @cssproperty [--belvo-block-size=640px] - Height of the widget in the `inline` presentation.
 */
export class BelvoConnect extends LitElement {
  static override styles = [tokens, base, introStyles, institutionsStyles];

  /**
   * Registers the element under a tag of your choice. A tag that is taken is left alone; for a second tag a subclass is
   * registered, since a class can be registered only once.
   */
  static define(tag = 'belvo-connect', registry: CustomElementRegistry = customElements): void {
    if (registry.get(tag)) return;
    registry.define(tag, taken.has(this) ? class extends this {} : this);
    taken.add(this);
  }

  /** Access token made by your server. A property only: as an attribute it would stand in the page's HTML. */
  @property({attribute: false}) token?: string | undefined;
  /** Gives the access token when the widget opens (`'open'`) and again when it has expired (`'expired'`). */
  @property({attribute: false}) tokenProvider?: TokenProvider | undefined;
  /** Your own endpoint for access tokens: a POST that answers `{"access": "…"}`. */
  @property({attribute: 'token-url'}) tokenUrl?: string | undefined;
  /** API base. Default: Belvo's host for the environment that the token names. */
  @property({attribute: 'api-url'}) apiUrl?: string | undefined;
  /** Language: `es`, `pt`, `en`, or `auto` for that of the page around. Default: `es`. Applies at once. */
  @property() locale?: string | undefined;
  /** Your company's name, as people know it. */
  @property({attribute: 'company-name'}) companyName?: string | undefined;
  /** Countries to choose from: `MX`, `CO`, `BR`. Default: all. */
  @property({attribute: 'country-codes'}) countryCodes?: ListValue | undefined;
  /** Whether the API goes on reading: `recurrent` or `single`. Default: `recurrent`. */
  @property({attribute: 'access-mode'}) accessMode?: string | undefined;
  /** Name of one institution: the widget starts on its sign-in form. */
  @property() institution?: string | undefined;
  /** Names of the institutions to choose from. Default: all. With one the list is skipped. */
  @property() institutions?: ListValue | undefined;
  /** Kinds to choose from: `retail`, `business`, `fiscal`, `employment`, `gig`. Default: all but `employment`. */
  @property({attribute: 'institution-types'}) institutionTypes?: ListValue | undefined;
  /** API resources, such as `ACCOUNTS`, that an institution must all offer. */
  @property() resources?: ListValue | undefined;
  /** `openfinance`: only institutions of Brazil's Open Finance. */
  @property({attribute: 'integration-type'}) integrationType?: string | undefined;
  /** Your own id for the person, kept with the link: three or more letters, digits, `-` or `_`. No personal data. */
  @property({attribute: 'external-id'}) externalId?: string | undefined;
  /** `inline` in the page, or `modal` above it: a dialog, on small screens a sheet. Default: `inline`. */
  @property() presentation?: string | undefined;
  /** `auto`, `light` or `dark`. Default: `auto`. Applies at once. */
  @property({attribute: 'color-scheme'}) colorScheme?: string | undefined;
  /** Leaves without asking first. */
  @property({type: Boolean, attribute: 'hide-close-dialog'}) hideCloseDialog = false;
  /** Leaves without asking why. */
  @property({type: Boolean, attribute: 'hide-abandon-survey'}) hideAbandonSurvey = false;
  /** URL of your square icon, shown on the first screen. */
  @property({attribute: 'company-icon'}) companyIcon?: string | undefined;
  /** URL of your logo, shown while connecting and at the end. */
  @property({attribute: 'company-logo'}) companyLogo?: string | undefined;
  /** What connecting is good for, in a few words, on the first screen. */
  @property({attribute: 'company-benefit-header'}) companyBenefitHeader?: string | undefined;
  /** The same in a sentence or two. */
  @property({attribute: 'company-benefit-content'}) companyBenefitContent?: string | undefined;
  /** What is lost by leaving, in the question before leaving. */
  @property({attribute: 'opportunity-loss'}) opportunityLoss?: string | undefined;
  /** URL of your terms and privacy notice. */
  @property({attribute: 'company-terms-url'}) companyTermsUrl?: string | undefined;
  /** Colour over the page behind a modal, `#RRGGBB`, drawn at 90 %. */
  @property({attribute: 'overlay-background-color'}) overlayBackgroundColor?: string | undefined;
  /** Leaves out the sentence that says that others connect accounts, too. */
  @property({type: Boolean, attribute: 'hide-social-proof'}) hideSocialProof = false;
  /** Your own texts by key, in place of the widget's. */
  @property({attribute: false}) messages?: MessageOverrides | undefined;
  /** Network, clock and bug report to use in place of the browser's or those of the nearest provider. */
  @property({attribute: false}) services?: Services | undefined;

  @state() private polite = '';
  @state() private late: Late | null = null;

  #config: Config = readConfig({}).config;
  readonly #told = new Set<string>();
  #result: {promise: Promise<ConnectResult>; settle: (result: ConnectResult) => void} | null = null;
  /** What the inline presentation last opened for, so that it does not open again after its end. */
  #opened: unknown;
  #lateStyles: readonly CSSResultOrNative[] = [];

  readonly #provided = new ContextConsumer(this, {context: servicesContext});
  readonly #localize = new LocalizeController(this);
  readonly #scheme = new SchemeController(this);
  readonly #flow = new FlowController(this, {
    services: () => this.#services,
    tokenSource: (services) => this.#tokenSource(services),
    apiUrl: () => this.#config.apiUrl,
    announce: (event) => this.#announce(event),
    explain: (reason) => this.#explain(reason),
  });
  readonly #modal = new ModalController(this);
  readonly #focus = new FocusController(this, () => this.#screen());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#opened = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {config, problems} = readConfig(this);
    this.#config = config;
    for (const {message} of problems) this.#tellOnce(message);
    if (changed.has('token')) this.#opened = undefined;
    this.#localize.use(config.locale, this.messages);
  }

  protected override updated(): void {
    const source = this.token ?? this.tokenProvider ?? this.#config.tokenUrl ?? undefined;
    const due = this.step === 'idle' && source !== undefined && source !== this.#opened;
    this.#opened = source;
    if (due && this.isConnected && this.#config.presentation === 'inline') void this.#begin();
  }

  /** Where the person is; `idle` before a session and after it. */
  get step(): Step {
    return this.#flow.state.step;
  }

  /**
   * Opens the widget at its first step. Resolves when the session has ended, with the detail of the event that ended it;
   * while it is open, every call gives the same promise. Rejects when the element is not in a document.
   */
  async open(): Promise<ConnectResult> {
    if (!this.isConnected) {
      throw new ConnectError(
        failure('config_error', 'open() was called before the element was added to the document.'),
      );
    }
    await this.#settled();
    if (this.step === 'idle') this.#focus.claim();
    return this.#begin();
  }

  /** Closes at once, without questions. Before a link was made, the page hears `belvo-exit`. */
  close(): void {
    this.#send({type: 'abandon'});
  }

  /** Starts over with the properties as they are now; opens the widget if it is not open. */
  restart(): void {
    if (this.step === 'idle' || this.step === 'success') void this.#reopen();
    else this.#flow.dispatch({type: 'restart', config: this.#config.flow});
  }

  async #reopen(): Promise<void> {
    this.close();
    await this.open();
  }

  /** Properties set just before a call are not read until the element updates. */
  async #settled(): Promise<void> {
    if (this.isUpdatePending) await this.updateComplete;
  }

  #begin(): Promise<ConnectResult> {
    if (this.#result) return this.#result.promise;
    let settle: (result: ConnectResult) => void = () => {};
    const promise = new Promise<ConnectResult>((resolve) => (settle = resolve));
    this.#result = {promise, settle};
    void this.#fetchLate();
    this.#flow.dispatch({type: 'open', config: this.#config.flow});
    return promise;
  }

  get #services(): Services {
    return this.services ?? this.#provided.value ?? browserServices;
  }

  #tokenSource({fetch}: Services): TokenSource {
    return createPageToken(
      () => ({
        token: this.token,
        tokenProvider: this.tokenProvider,
        tokenUrl: this.#config.tokenUrl,
      }),
      fetch,
    );
  }

  /** The later screens come while the first ones are read. */
  async #fetchLate(): Promise<void> {
    if (this.late) return;
    try {
      const screens = await import('./screens/late.js');
      if (this.late) return;
      this.#lateStyles = screens.lateStyles;
      this.#adoptStyles();
      const form = new screens.FormController(this, () => this.#services.clock);
      this.late = {screens, form};
    } catch (error) {
      this.#services.report(error);
    }
  }

  #adoptStyles(): void {
    if (!this.shadowRoot) return;
    adoptStyles(this.shadowRoot, [...BelvoConnect.elementStyles, ...this.#lateStyles]);
  }

  #announce(event: PublicEvent): void {
    switch (event.type) {
      case 'success':
        this.dispatchEvent(new BelvoSuccessEvent(event.detail));
        return this.#settle({type: 'success', ...event.detail});
      case 'exit':
        this.dispatchEvent(new BelvoExitEvent(event.detail));
        return this.#settle({type: 'exit', ...event.detail});
      case 'event':
        this.dispatchEvent(new BelvoConnectEvent(this.#stamped(event.detail)));
    }
  }

  /** The flow has no clock: errors and warnings get their time here. */
  #stamped(detail: Extract<PublicEvent, {type: 'event'}>['detail']): typeof detail {
    const {eventName, meta_data} = detail;
    if (eventName !== 'ERROR' && eventName !== 'WARNING') return detail;
    const timestamp = new Date(this.#services.clock.now()).toISOString();
    return {...detail, meta_data: {...meta_data, timestamp}};
  }

  #settle(result: ConnectResult): void {
    this.#result?.settle(result);
    this.#result = null;
  }

  #explain(reason: Failure): void {
    if (forDevelopers.has(reason.code)) tellFailure(reason);
  }

  #tellOnce(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    tell(message);
  }

  readonly #send = (intent: Intent): void => this.#flow.dispatch(intent);

  /** The person's wish to close: the cross, Escape, a click beside the dialog, the phone's back gesture. */
  readonly #close = (): void => {
    const {step} = this.#flow.state;
    this.#send({type: step === 'leave' ? 'stay' : 'close'});
  };

  readonly #say = (text: string): void => {
    if (text === this.polite) return;
    // Screens speak while they are drawn, when nothing may change.
    queueMicrotask(() => (this.polite = text));
  };

  #screen(): {readonly key: string; readonly over: boolean} {
    const shown = shownState(this.#flow.state);
    if (!shown || !this.#localize.ready) return {key: '', over: false};
    const coming = !this.late && shown.step !== 'intro' && shown.step !== 'institutions';
    return {key: coming ? '' : screenKey(shown), over: this.step === 'leave'};
  }

  get #branding(): Branding {
    const {state} = this.#flow;
    const token = state.step === 'idle' ? null : state.session.token;
    return {...this.#config.branding, ...token?.branding};
  }

  #handleTrigger(): void {
    void this.open();
  }

  #handleKey(event: KeyboardEvent): void {
    const modal = this.#config.presentation === 'modal';
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (!modal && this.step !== 'leave') return;
    // Prevented, or the browser closes the dialog on the second Escape without asking us.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  #handleCancel(event: Event): void {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.#close();
  }

  /** The browser has closed the dialog on its own, as it may when asked twice. */
  #handleClosed(event: Event): void {
    if (event.target === event.currentTarget && this.step !== 'idle') this.close();
  }

  #handleBackdrop(event: Event): void {
    if (event.target === event.currentTarget) this.#close();
  }

  protected override render(): TemplateResult {
    const modal = this.#config.presentation === 'modal';
    return html`${modal ? html`<slot name="trigger" @click=${this.#handleTrigger}></slot>` : nothing}
    ${this.step === 'idle' ? nothing : this.#root(modal)}`;
  }

  #root(modal: boolean): TemplateResult {
    const {overlayColor} = this.#branding;
    return html`<div
      class="root ${modal ? 'modal' : 'inline'}"
      data-scheme=${this.#colors}
      lang=${this.#localize.t.locale}
      .style=${overlayColor === null ? '' : `--_veil:${overlayColor}e6`}
      @keydown=${this.#handleKey}
    >
      ${modal ? this.#dialog() : this.#frame(false)}
    </div>`;
  }

  #dialog(): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      @cancel=${this.#handleCancel}
      @close=${this.#handleClosed}
      @click=${this.#handleBackdrop}
    >
      ${this.#frame(true)}
    </dialog>`;
  }

  /** The box around every screen. In the page it is a region of its own; in a dialog the dialog is. */
  #frame(modal: boolean): TemplateResult {
    const {state, wentBack} = this.#flow;
    if (state.step === 'idle') return html``;
    const tools = this.#tools();
    return html`<div
      class="frame ${wentBack ? 'back' : ''}"
      part="frame"
      role=${modal ? nothing : 'region'}
      aria-labelledby=${modal ? nothing : 'heading'}
    >
      <div ?inert=${state.step === 'leave'}>${this.#header(tools)}</div>
      ${
        this.#localize.ready
          ? renderScreen(state, tools, this.late)
          : html`<div class="screens">${waiting(tools)}</div>`
      }
      <p class="visually-hidden" role="status">${this.polite}</p>
      <p class="visually-hidden" role="alert">${this.#alert(tools)}</p>
    </div>`;
  }

  #header({t}: ScreenTools): TemplateResult {
    const shown = shownState(this.#flow.state);
    const back =
      shown?.step === 'institutions' ||
      shown?.step === 'mfa' ||
      (shown?.step === 'credentials' && canGoBack(shown));
    return header({
      t,
      institution: institutionShown(shown),
      back: back ? () => this.#send({type: 'back'}) : null,
      close: this.#close,
    });
  }

  /** What went wrong, read out at once: the focus is elsewhere. */
  #alert({t}: ScreenTools): string {
    const shown = shownState(this.#flow.state);
    if (shown?.step === 'credentials' && shown.rejected) {
      const bank = shown.institution?.displayName ?? t('failure.bank');
      const key = shown.rejected.code === 'invalid_field' ? 'refused' : 'rejected';
      return t(`credentials.${key}`, {bank});
    }
    if (shown?.step === 'mfa' && shown.rejected) {
      if (!shown.challenge.expectsInput) return t('mfa.unconfirmed');
      return t(shown.challenge.kind === 'text' ? 'mfa.wrong.text' : 'mfa.wrong');
    }
    return '';
  }

  #tools(): ScreenTools {
    return {
      t: this.#localize.t,
      branding: this.#branding,
      clock: this.#services.clock,
      send: this.#send,
      say: this.#say,
    };
  }

  get #colors(): 'light' | 'dark' {
    const {state} = this.#flow;
    const {colorScheme} = this.#config;
    if (colorScheme !== 'auto') return colorScheme;
    const token = state.step === 'idle' ? null : state.session.token;
    return token?.colorScheme ?? (this.#scheme.dark ? 'dark' : 'light');
  }
}

function institutionShown(shown: Shown | null): Institution | null {
  switch (shown?.step) {
    case 'credentials':
    case 'success':
    case 'failure':
      return shown.institution;
    case 'linking':
    case 'mfa':
      return shown.attempt.institution;
    default:
      return null;
  }
}

const taken = new WeakSet<CustomElementConstructor>();

/** Failures that the page, not the person, can mend. */
const forDevelopers: ReadonlySet<Failure['code']> = new Set([
  'config_error',
  'no_institutions',
  'token_rejected',
  'token_expired',
  'missing_scope',
  'blocked',
]);
