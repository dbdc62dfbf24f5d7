import {assert} from '@open-wc/testing';
import type {Step} from '../../src/index.js';
import {accessibilityProblems, smallTargets} from '../support/axe.js';
import {mountConnect, type Mounted, type MountOptions} from '../support/mount.js';
import {slowSignIn} from '../support/mount-sandbox.js';
import {watchServices} from '../support/mount-services.js';

type Walk = (mounted: Mounted) => Promise<void>;

const stay: Walk = async () => {};

function asUser(username: string, password: string, step: Step): Walk {
  return async ({page}) => {
    await page.pick('Heimdall Bank (Pruebas MFA)', /M[eé]xico/);
    await page.waitForStep('credentials');
    const inputs = page.root.querySelectorAll('input');
    for (const input of inputs) {
      if (input.name === 'username') input.value = username;
      if (input.name === 'password') input.value = password;
    }
    await page.pressPart('primary-button');
    await page.waitForStep(step);
  };
}

const wrongCode: Walk = async ({page}) => {
  const input = page.one('input');
  if (input instanceof HTMLInputElement) input.value = '999999';
  await page.pressPart('primary-button');
  await page.waitForStep('mfa');
};

/** Every screen by its name: the step to walk to, and what is done there. */
const screens: Readonly<Record<string, readonly [Step, Walk]>> = {
  'the first screen': ['intro', stay],
  'the list': ['institutions', stay],
  'a search': ['institutions', ({page}) => page.search('erebor')],
  'a search without result': ['institutions', ({page}) => page.search('zzzz')],
  'the sign-in form': ['credentials', stay],
  'a form with errors': ['credentials', ({page}) => page.pressPart('primary-button')],
  'a form with a choice': [
    'institutions',
    async ({page}) => {
      await page.pick('Iron Bank (Advanced login)', /Bra[sz]il/);
      await page.waitForStep('credentials');
    },
  ],
  'a shown password': ['credentials', ({page}) => page.press('Mostrar Contraseña')],
  'a refused sign-in': ['institutions', asUser('user_invalid', 'pass_valid', 'credentials')],
  'the wait for the bank': [
    'institutions',
    async (mounted) => {
      await slowSignIn(mounted.sandbox);
      await asUser('bnk100', 'full', 'linking')(mounted);
    },
  ],
  'a code': ['mfa', stay],
  'a wrong code': ['mfa', wrongCode],
  'a number': ['institutions', asUser('mfa_numeric', 'numeric_code', 'mfa')],
  'a QR code': ['institutions', asUser('mfa_qr', 'qr_code', 'mfa')],
  'a question': ['institutions', asUser('mfa_question', 'x', 'mfa')],
  'a confirmation elsewhere': ['institutions', asUser('mfa_push', 'x', 'mfa')],
  success: ['success', stay],
  'a failure': ['failure', stay],
  'the question before leaving': ['leave', stay],
  'the survey': ['survey', stay],
};

async function show(name: string, options: MountOptions = {}): Promise<Mounted> {
  const screen = screens[name];
  if (!screen) throw new Error(`There is no screen "${name}".`);
  const [at, walk] = screen;
  const mounted = await mountConnect({...options, at});
  await walk(mounted);
  return mounted;
}

const branded = {
  'company-name': 'ACME',
  'company-terms-url': 'https://acme.example/terms',
  'company-benefit-header': 'Tu oferta al instante',
  'opportunity-loss': 'Sin conectar no hay oferta.',
};

describe('<belvo-connect> for everybody', () => {
  for (const name of Object.keys(screens)) {
    it(`has no accessibility problem on ${name}, and targets large enough to hit`, async () => {
      const {page, element} = await show(name, {attributes: branded});
      assert.deepEqual(await accessibilityProblems(), []);
      assert.deepEqual(
        smallTargets(
          element,
          'button, input:not([type=radio]), select, label:has(input[type=radio])',
          24,
        ),
        [],
      );
      const main =
        '[part~="primary-button"], [part~="secondary-button"], [part~="back-button"], [part~="close-button"], [part~="institution"], [part~="input"], [part~="search"], label:has(input[type=radio])';
      assert.deepEqual(smallTargets(element, main, 44), []);
      for (const role of ['status', 'alert']) {
        const region = page.one(`[part~="frame"] > [role="${role}"]`);
        assert.strictEqual(region.checkVisibility(), true, role);
      }
    });
  }

  const samples = [
    'the list',
    'a form with errors',
    'a wrong code',
    'success',
    'a failure',
    'the question before leaving',
    'the survey',
  ];
  for (const name of samples) {
    it(`has no accessibility problem on ${name} in the dark`, async () => {
      await show(name, {attributes: {'color-scheme': 'dark', ...branded}});
      assert.deepEqual(await accessibilityProblems(), []);
    });
  }

  for (const locale of ['en', 'pt']) {
    for (const name of ['the first screen', 'a refused sign-in', 'a wrong code', 'the survey']) {
      it(`has no accessibility problem on ${name} in "${locale}"`, async () => {
        const {page} = await show(name, {attributes: {locale}});
        assert.strictEqual(page.one('[lang]').lang, locale);
        assert.deepEqual(await accessibilityProblems(), []);
      });
    }
  }

  for (const name of ['the first screen', 'the sign-in form', 'the question before leaving']) {
    it(`has no accessibility problem on ${name} in a modal`, async () => {
      await show(name, {attributes: {presentation: 'modal'}});
      assert.deepEqual(await accessibilityProblems(), []);
    });
  }
});

describe('the check for accessibility problems', () => {
  it('looks into the widget and finds what is wrong there', async () => {
    const {page, element} = await show('the sign-in form');
    const field = await page.input('Contraseña');
    field.labels?.forEach((label) => label.remove());
    page.one('h2').style.color = 'rgb(230 230 230)';
    page.part('primary-button').style.cssText = 'min-block-size: 0; block-size: 20px';
    const problems = await accessibilityProblems();
    assert.strictEqual(
      problems.some((problem) => problem.startsWith('label ')),
      true,
    );
    assert.strictEqual(
      problems.some((problem) => problem.startsWith('color-contrast ')),
      true,
    );
    assert.lengthOf(smallTargets(element, 'button', 24), 1);
  });
});

describe('<belvo-connect> for a screen reader', () => {
  it('has its live regions from the first render, empty', async () => {
    const {page} = await mountConnect();
    await page.until(() => page.root.querySelector('[part~="frame"]'), 'There is no frame.');
    const regions = [
      ...page.root.querySelectorAll(
        '[part~="frame"] > [role="status"], [part~="frame"] > [role="alert"]',
      ),
    ];
    assert.sameMembers(
      regions.map(({role}) => role),
      ['status', 'alert'],
    );
    await page.press('Continuar');
    await page.waitForStep('institutions');
    await page.pick('Erebor Bank', 'México');
    await page.signIn('user_invalid', 'x');
    await page.waitForStep('credentials');
    assert.sameMembers(
      [page.one('[part~="frame"] > [role="status"]'), page.one('[part~="frame"] > [role="alert"]')],
      regions,
    );
  });

  it('names its region, or its dialog, after the heading of the screen', async () => {
    const {page} = await mountConnect({at: 'intro'});
    const region = page.one('[role="region"]');
    assert.strictEqual(
      page.root.getElementById(region.getAttribute('aria-labelledby') ?? '')?.textContent,
      page.heading(),
    );
    const modal = await mountConnect({attributes: {presentation: 'modal'}, at: 'intro'});
    const dialog = modal.page.part('dialog');
    assert.strictEqual(
      modal.page.root.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent,
      modal.page.heading(),
    );
  });

  it('says when the bank takes its time', async () => {
    const {services, clock} = watchServices();
    const {page, sandbox} = await mountConnect({properties: {services}, at: 'credentials'});
    await slowSignIn(sandbox);
    await page.signIn('bnk100', 'full');
    await page.waitForStep('linking');
    assert.strictEqual(page.heading(), 'Conectando con Erebor Bank');
    await clock.advance(11_000);
    const wait = 'Erebor Bank sigue respondiendo. No cierres esta ventana.';
    await page.until(() => page.status() === wait, 'Nothing is said.');
    await clock.advance(50_000);
    const long = 'Está tardando más de lo normal, pero la conexión sigue en curso.';
    await page.until(() => page.status() === long, 'Nothing is said.');
  });
});
