import {ContextEvent} from '@lit/context';
import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {loadLate} from './api/load.js';
import {readConfig, type CheckedProperty, type Config, type ListValue} from './config.js';
import {FlowController, type LateFlow} from './controllers/flow-controller.js';
import {LocalizeController} from './controllers/localize-controller.js';
import {createPageToken, type TokenProvider} from './controllers/page-token.js';
import {fail} from './errors.js';
import {BelvoConnectEvent, BelvoExitEvent, BelvoSuccessEvent} from './events.js';
import type {ExitDetail, PublicEvent, SuccessDetail} from './flow/commands.js';
import type {Intent} from './flow/inputs.js';
import type {Step} from './flow/state.js';
import {header} from './screens/header.js';
import type {MessageOverrides} from './i18n/messages.js';
import type {Branding, TokenInfo} from './model.js';
import {tellFailure, tellProperties} from './report.js';
import {institutionsStyles} from './screens/institutions.js';
import {introStyles} from './screens/intro.js';
import {
  isOver,
  renderScreen,
  screenKey,
  shownState,
  waiting,
  type Late,
} from './screens/render-screen.js';
import type {ScreenTools} from './screens/tools.js';
import {browserServices, servicesContext, type Services} from './services.js';
import {adapt} from './styles/adapt.js';
import {base} from './styles/base.js';
import {tokens} from './styles/tokens.js';

/** How a session ended: what {@link BelvoConnect.open} resolves with. */
export type ConnectResult =
  ({readonly type: 'success'} & SuccessDetail) | ({readonly type: 'exit'} & ExitDetail);

/** Properties that have an attribute of the same name in kebab case. */
const withAttribute =
  'tokenUrl apiUrl locale companyName countryCodes accessMode institution institutions institutionTypes resources integrationType externalId presentation colorScheme companyIcon companyLogo companyBenefitHeader companyBenefitContent opportunityLoss companyTermsUrl overlayBackgroundColor';
const flags = 'hideCloseDialog hideAbandonSurvey hideSocialProof';
const withoutAttribute = 'token tokenProvider messages services';

function declare(names: string, options?: object): PropertyDeclarations {
  const attribute = (name: string) =>
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(
    names.split(' ').map((name) => [name, {attribute: attribute(name), ...options}]),
  );
}

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
  static override styles = [tokens, base, adapt, introStyles, institutionsStyles];

  static override properties = {
    ...declare(withAttribute),
    ...declare(flags, {type: Boolean}),
    ...declare(withoutAttribute, {attribute: false}),
  };

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
  token?: string | undefined;
  /** Gives the access token when the widget opens (`'open'`) and again when it has expired (`'expired'`). */
  tokenProvider?: TokenProvider | undefined;
  /**
   * Your own endpoint for access tokens: a POST that answers `{"access": "…"}`.
   * @attr token-url
   */
  tokenUrl?: string | undefined;
  /**
   * API base. Default: Belvo's host for the environment that the token names.
   * @attr api-url
   */
  apiUrl?: string | undefined;
  /**
   * Language: `es`, `pt`, `en`, or `auto` for that of the page around. Default: `es`. Applies at once.
   * @attr locale
   */
  locale?: string | undefined;
  /**
   * Your company's name, as people know it.
   * @attr company-name
   */
  companyName?: string | undefined;
  /**
   * Countries to choose from: `MX`, `CO`, `BR`. Default: all.
   * @attr country-codes
   */
  countryCodes?: ListValue | undefined;
  /**
   * Whether the API goes on reading: `recurrent` or `single`. Default: `recurrent`.
   * @attr access-mode
   */
  accessMode?: string | undefined;
  /**
   * Name of one institution: the widget starts on its sign-in form.
   * @attr institution
   */
  institution?: string | undefined;
  /**
   * Names of the institutions to choose from. Default: all. With one the list is skipped.
   * @attr institutions
   */
  institutions?: ListValue | undefined;
  /**
   * Kinds to choose from: `retail`, `business`, `fiscal`, `employment`, `gig`. Default: all but `employment`.
   * @attr institution-types
   */
  institutionTypes?: ListValue | undefined;
  /**
   * API resources, such as `ACCOUNTS`, that an institution must all offer.
   * @attr resources
   */
  resources?: ListValue | undefined;
  /**
   * `openfinance`: only institutions of Brazil's Open Finance.
   * @attr integration-type
   */
  integrationType?: string | undefined;
  /**
   * Your own id for the person, kept with the link: three or more letters, digits, `-` or `_`. No personal data.
   * @attr external-id
   */
  externalId?: string | undefined;
  /**
   * `inline` in the page, or `modal` above it: a dialog, on small screens a sheet. Default: `inline`.
   * @attr presentation
   */
  presentation?: string | undefined;
  /**
   * `auto`, `light` or `dark`. Default: `auto`. Applies at once.
   * @attr color-scheme
   */
  colorScheme?: string | undefined;
  /**
   * Leaves without asking first.
   * @attr hide-close-dialog
   */
  hideCloseDialog = false;
  /**
   * Leaves without asking why.
   * @attr hide-abandon-survey
   */
  hideAbandonSurvey = false;
  /**
   * URL of your square icon, shown on the first screen.
   * @attr company-icon
   */
  companyIcon?: string | undefined;
  /**
   * URL of your logo, shown while connecting and at the end.
   * @attr company-logo
   */
  companyLogo?: string | undefined;
  /**
   * What connecting is good for, in a few words, on the first screen.
   * @attr company-benefit-header
   */
  companyBenefitHeader?: string | undefined;
  /**
   * The same in a sentence or two.
   * @attr company-benefit-content
   */
  companyBenefitContent?: string | undefined;
  /**
   * What is lost by leaving, in the question before leaving.
   * @attr opportunity-loss
   */
  opportunityLoss?: string | undefined;
  /**
   * URL of your terms and privacy notice.
   * @attr company-terms-url
   */
  companyTermsUrl?: string | undefined;
  /**
   * Colour over the page behind a modal, `#RRGGBB`, drawn at 90 %.
   * @attr overlay-background-color
   */
  overlayBackgroundColor?: string | undefined;
  /**
   * Leaves out the sentence that says that others connect accounts, too.
   * @attr hide-social-proof
   */
  hideSocialProof = false;
  /** Your own texts by key, in place of the widget's. */
  messages?: MessageOverrides | undefined;
  /** Network, clock and bug report to use in place of the browser's or those of the nearest provider. */
  services?: Services | undefined;

  #polite = '';
  #late: (Late & LateFlow) | null = null;
  #lateFailed = false;
  #config: Config = readConfig({}).config;
  readonly #told = new Set<CheckedProperty>();
  #result: {promise: Promise<ConnectResult>; settle: (result: ConnectResult) => void} | null = null;
  /** What the inline presentation last opened for, so that it does not open again after its end. */
  #opened: unknown;
  #provided: Services | undefined;
  #key = '';
  #turn = false;
  #veilPressed = false;

  readonly #localize = new LocalizeController(this);
  readonly #flow = new FlowController(this, {
    late: () => this.#late,
    services: () => this.#effects(),
    tokenSource: ({fetch}) => createPageToken(this, fetch),
    apiUrl: () => this.#config.apiUrl,
    announce: (event) => this.#announce(event),
    explain: (reason) => void tellFailure(reason),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#opened = undefined;
    this.#provided = undefined;
    // A dialog that was moved in the document has lost its place in the top layer: it is shown again.
    this.#dialog?.removeAttribute('open');
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {config, wrong} = readConfig(this);
    this.#config = config;
    if (this.hasAttribute('token')) wrong.push('token');
    if (wrong.length > 0) void tellProperties(wrong, this.#told);
    if (changed.has('token')) this.#opened = undefined;
    this.#localize.use(config.locale, this.messages, this.step !== 'idle');
    // Closed while it still stands in the document, the dialog gives the focus back to where it was.
    if (this.step === 'idle') this.#dialog?.close();
  }

  protected override updated(): void {
    const dialog = this.#dialog;
    if (dialog && !dialog.open) dialog.showModal();
    const source = this.token ?? this.tokenProvider ?? this.tokenUrl;
    if (this.step !== 'idle') this.#opened = source;
    if (source === undefined || source === this.#opened || !this.isConnected) return;
    if (this.#config.presentation === 'modal') return;
    this.#opened = source;
    // Not during the update, which opening would ask to be done again.
    queueMicrotask(() => void this.#begin());
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
      const error = fail('config_error', {mistake: 'not_in_document'});
      void tellFailure(error.failure);
      throw error;
    }
    // Properties set just before the call are read when the element updates.
    if (this.isUpdatePending) await this.updateComplete;
    if (this.#result) return this.#result.promise;
    const result = this.#begin();
    await this.updateComplete;
    const heading = this.shadowRoot?.getElementById('heading');
    if (heading !== this.shadowRoot?.activeElement) heading?.focus({preventScroll: true});
    return result;
  }

  /** Closes at once, without questions. Before a link was made, the page hears `belvo-exit`. */
  close(): void {
    this.#send({type: 'abandon'});
  }

  /** Starts over with the properties as they are now; opens the widget if it is not open. */
  restart(): void {
    if (this.step === 'idle') void this.open();
    else this.#flow.dispatch({type: 'restart', config: this.#config.flow});
  }

  #begin(): Promise<ConnectResult> {
    if (this.#result) return this.#result.promise;
    let settle: (result: ConnectResult) => void = () => {};
    const promise = new Promise<ConnectResult>((resolve) => (settle = resolve));
    this.#result = {promise, settle};
    void this.#fetchLate();
    const type = this.step === 'idle' ? 'open' : 'restart';
    this.#flow.dispatch({type, config: this.#config.flow});
    return promise;
  }

  /** Those of the property, of the nearest provider, or of the browser, in this order. */
  #effects(): Services {
    if (this.services) return this.services;
    // Asked for once in each place of the document, not with every update.
    if (!this.#provided) {
      const take = (services: Services) => (this.#provided = services);
      this.dispatchEvent(new ContextEvent(servicesContext, this, take));
    }
    return (this.#provided ??= browserServices);
  }

  /** The later screens come while the first ones are read; asked again, if they did not come. */
  async #fetchLate(): Promise<void> {
    if (this.#late) return;
    this.#lateFailed = false;
    try {
      const [{createLate}] = await Promise.all([
        import('./screens/late.js'),
        loadLate(),
        this.#localize.load(),
      ]);
      if (this.#late) return;
      this.#late = createLate(this, {
        clock: () => this.#effects().clock,
        state: () => this.#flow.state,
      });
      this.#flow.resume();
    } catch {
      this.#lateFailed = true;
    }
    this.requestUpdate();
  }

  #announce(event: PublicEvent): void {
    switch (event.type) {
      case 'success':
        this.dispatchEvent(new BelvoSuccessEvent(event.detail));
        return this.#settle({type: event.type, ...event.detail});
      case 'exit':
        this.dispatchEvent(new BelvoExitEvent(event.detail));
        return this.#settle({type: event.type, ...event.detail});
      case 'event': {
        const {eventName, meta_data} = event.detail;
        // The flow has no clock: errors and warnings get their time here.
        const time = /^(ERROR|WARNING)$/.test(eventName) && {
          timestamp: new Date(this.#effects().clock.now()).toISOString(),
        };
        const detail = {...event.detail, meta_data: {...meta_data, ...time}};
        this.dispatchEvent(new BelvoConnectEvent(detail));
      }
    }
  }

  #settle(result: ConnectResult): void {
    this.#result?.settle(result);
    this.#result = null;
  }

  readonly #send = (intent: Intent): void => this.#flow.dispatch(intent);

  readonly #say = (text: string): void => {
    if (text === this.#polite) return;
    this.#polite = text;
    // Screens speak while they are drawn, when nothing may change.
    queueMicrotask(() => this.requestUpdate());
  };

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.shadowRoot?.querySelector('dialog');
  }

  get #token(): TokenInfo | null {
    const {state} = this.#flow;
    return state.step === 'idle' ? null : state.session.token;
  }

  get #branding(): Branding {
    return {...this.#config.branding, ...this.#token?.branding};
  }

  /** The person's wish to close: the cross, Escape, a click beside the dialog, the phone's back gesture. */
  readonly #close = (): void => {
    // Without the code of the question nobody could answer it.
    if (this.#lateFailed) return this.close();
    this.#send({type: this.step === 'leave' ? 'stay' : 'close'});
  };

  readonly #open = (): void => {
    void this.open();
  };

  #handleKey(event: KeyboardEvent): void {
    const ours = this.step === 'leave' || this.#config.presentation === 'modal';
    if (event.key !== 'Escape' || event.defaultPrevented || !ours) return;
    // Prevented, or the browser closes the dialog on the second Escape without asking us.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  /** What happens to the dialog itself, not to something in it. */
  #handleDialog(event: Event): void {
    const {target, type} = event;
    // The last one may still say that it was closed when the next one is open.
    if (target !== event.currentTarget || target !== this.#dialog) return;
    event.preventDefault();
    // Text selected with the mouse may end beside the dialog: only what began there is meant for it.
    const began = this.#veilPressed;
    this.#veilPressed = type === 'pointerdown';
    if (type === 'pointerdown' || (type === 'click' && !began)) return;
    // One that cannot be prevented is followed by `close`.
    if (type === 'cancel' && !event.cancelable) return;
    // Closed by the browser on its own, as it may be when people insist, it is shown again with the question.
    this.#close();
  }

  protected override render(): TemplateResult {
    const modal = this.#config.presentation === 'modal';
    return html`${modal ? html`<slot name="trigger" @click=${this.#open}></slot>` : nothing}
    ${this.step === 'idle' ? nothing : this.#root(modal)}`;
  }

  #root(modal: boolean): TemplateResult {
    const {overlayColor} = this.#branding;
    return html`<div
      class="root ${modal ? 'modal' : 'inline'}"
      data-scheme=${this.#scheme}
      lang=${this.#localize.t.locale}
      .style=${overlayColor === null ? '' : `--_veil:${overlayColor}e6`}
      @keydown=${this.#handleKey}
    >
      ${
        modal
          ? html`<dialog
              part="dialog"
              aria-labelledby="heading"
              @cancel=${this.#handleDialog}
              @close=${this.#handleDialog}
              @click=${this.#handleDialog}
              @pointerdown=${this.#handleDialog}
            >
              ${this.#frame(true)}
            </dialog>`
          : this.#frame(false)
      }
    </div>`;
  }

  /** The box around every screen. In the page it is a region of its own; in a dialog the dialog is. */
  #frame(modal: boolean): TemplateResult | typeof nothing {
    const {state, wentBack} = this.#flow;
    const shown = shownState(state);
    if (shown === null) return nothing;
    const tools = this.#tools();
    const late = this.#late;
    const over = isOver(state, late);
    const retry = this.#lateFailed ? () => void this.#fetchLate() : null;
    const stuck = !this.#localize.ready || (retry && this.#flow.isWaiting);
    const screen = stuck ? waiting(tools, retry) : renderScreen(shown, tools, late, retry);
    return html`<div
      class="frame ${wentBack ? 'back' : ''}"
      part="frame"
      role=${modal ? nothing : 'region'}
      aria-labelledby=${modal ? nothing : 'heading'}
    >
      <div ?inert=${over}>${header(shown, tools, late?.subject(shown))}</div>
      <div class="screens" ?inert=${over}>${this.#afresh(screenKey(shown), screen)}</div>
      ${over ? late?.question(tools) : nothing}
      <p class="visually-hidden" role="status">${this.#polite}</p>
      <p class="visually-hidden" role="alert">${late?.alert(shown, tools)}</p>
    </div>`;
  }

  /** A template whose nodes are made anew when the key changes: by turns in one of two places. */
  #afresh(key: string, screen: TemplateResult): TemplateResult {
    if (key !== this.#key) this.#turn = !this.#turn;
    this.#key = key;
    return html`${this.#turn ? screen : nothing}${this.#turn ? nothing : screen}`;
  }

  #tools(): ScreenTools {
    return {
      t: this.#localize.t,
      branding: this.#branding,
      now: this.#effects().clock.now(),
      since: this.#late?.since() ?? 0,
      send: this.#send,
      close: this.#close,
      say: this.#say,
    };
  }

  /** `auto` leaves it to the style sheet, which follows the person's system. */
  get #scheme(): 'auto' | 'light' | 'dark' {
    const {colorScheme} = this.#config;
    return colorScheme === 'auto' ? (this.#token?.colorScheme ?? colorScheme) : colorScheme;
  }
}

const taken = new WeakSet<CustomElementConstructor>();
