import {html, render} from 'lit';
import '../src/index.js';
import {dashboard} from './page/dashboard.js';
import {developerPanel} from './page/developer-panel.js';
import {Page} from './page/page.js';

/** Where the sandbox answers; set by the demo's Vite plugin. */
declare const __SANDBOX_URL__: string;

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
};

const page = new Page(draw, () => void document.querySelector('belvo-connect')?.open());

function draw(): void {
  const {state, actions} = page;
  const {accessMode, colorScheme, locale, presentation} = state.settings;
  render(
    html`
      <belvo-connect
        company-name="ACME"
        token-url="/demo/token"
        api-url=${__SANDBOX_URL__}
        presentation=${presentation}
        locale=${locale}
        access-mode=${accessMode}
        color-scheme=${colorScheme}
      ></belvo-connect>
    `,
    place('widget'),
  );
  drawDashboard();
  render(developerPanel(state, actions), place('panel'));
  render(state.announcement, place('announcements'));
  document.body.classList.toggle('is-connected', state.links.length > 0);
  const isInline = presentation === 'inline';
  document.body.classList.toggle('is-connecting-inline', isInline && state.isConnecting);
}

// Whoever pressed a button that is gone afterwards goes on from the heading, not from the top of the page.
function drawDashboard(): void {
  const section = place('dashboard');
  const hadFocus = section.contains(document.activeElement);
  render(dashboard(page.state, page.actions), section);
  if (!hadFocus || section.contains(document.activeElement)) return;
  const next =
    document.getElementById('dashboard-title') ?? document.querySelector('[data-connect]');
  if (next instanceof HTMLElement) next.focus({preventScroll: true});
}

for (const button of document.querySelectorAll('[data-connect]')) {
  button.addEventListener('click', page.actions.connect);
}

// The element's events bubble, so they can be heard anywhere above it.
const widget = place('widget');
widget.addEventListener('belvo-success', ({detail}) => {
  page.hear('belvo-success', detail);
  void page.welcome(detail.link).then(() => place('dashboard').scrollIntoView());
});
widget.addEventListener('belvo-exit', ({detail}) => page.hear('belvo-exit', detail));
widget.addEventListener('belvo-event', ({detail}) => {
  page.hear('belvo-event', detail);
  page.setConnecting(detail.eventName !== 'CLOSE');
});

void page.start();
