import {assert} from '@open-wc/testing';
import {BelvoConnect} from '../../src/index.js';
import {afterTest, mountConnect, placeForWidgets, sandboxForTest} from '../support/mount.js';
import {linksIn, slowSignIn} from '../support/mount-sandbox.js';
import {watchServices} from '../support/mount-services.js';
import {ListenerCount} from '../support/leaks-listeners.js';
import {Page} from '../support/page.js';

describe('<belvo-connect> beside another one', () => {
  it('keeps to its own token, person and link', async () => {
    const one = await mountConnect({at: 'credentials'});
    const two = await mountConnect({at: 'credentials', attributes: {locale: 'pt'}});
    await one.page.fill('Usuario', 'bnk100');
    await two.page.signIn('bnk102', 'low');
    await two.page.waitForStep('success');
    assert.strictEqual(one.element.step, 'credentials');
    assert.strictEqual((await one.page.input('Usuario')).value, 'bnk100');
    assert.isEmpty(one.events.successes);
    await one.page.fill('Contraseña', 'full');
    await one.page.press('Conectar');
    await one.page.waitForStep('success');
    for (const {sandbox, events} of [one, two]) {
      const ids = (await linksIn(sandbox)).map(({id}) => id);
      assert.deepEqual(
        events.successes.map(({link}) => link),
        ids,
      );
      assert.lengthOf(ids, 1);
    }
  });
});

describe('<belvo-connect> moved within the page', () => {
  it('keeps what was typed when it is taken out and put back in one go', async () => {
    const {page, element, events} = await mountConnect({at: 'credentials'});
    await page.fill('Usuario', 'bnk100');
    await page.fill('Contraseña', 'full');
    const before = [...events.names];
    element.remove();
    placeForWidgets().append(element);
    await element.updateComplete;
    assert.strictEqual(page.element.step, 'credentials');
    assert.strictEqual((await page.input('Usuario')).value, 'bnk100');
    await page.press('Conectar');
    await page.waitForStep('success');
    assert.deepEqual(events.names.slice(0, before.length), before);
    assert.isEmpty(events.exits);
    assert.lengthOf(events.successes, 1);
  });

  it('stays an open dialog when it is moved', async () => {
    const attributes = {presentation: 'modal'};
    const {page, element, events} = await mountConnect({attributes, at: 'institutions'});
    const section = document.createElement('section');
    placeForWidgets().append(section);
    section.append(element);
    await element.updateComplete;
    assert.strictEqual(page.part('dialog').matches(':modal'), true);
    assert.isEmpty(events.exits);
  });

  it('starts one session when it is connected twice, as some frameworks do', async () => {
    const {page, element, sandbox, events} = await mountConnect();
    element.remove();
    placeForWidgets().append(element);
    element.remove();
    placeForWidgets().append(element);
    await page.waitForStep('intro');
    await page.press('Continuar');
    await page.waitForStep('institutions');
    assert.deepEqual(events.pages, ['/consent', '/institutions']);
    assert.isEmpty(events.exits);
    await page.pick('Erebor Bank', 'México');
    await page.signIn('bnk100', 'full');
    await page.waitForStep('success');
    assert.lengthOf(await linksIn(sandbox), 1);
  });
});

describe('<belvo-connect> taken off the page', () => {
  it('stops its request, exits once, and is silent from then on', async () => {
    const {services, clock, request} = watchServices();
    const {page, element, sandbox, events} = await mountConnect({
      properties: {services},
      at: 'credentials',
    });
    await slowSignIn(sandbox);
    await page.signIn('bnk100', 'full');
    assert.strictEqual(element.step, 'linking');
    const {signal} = await request('POST');
    assert.strictEqual(signal?.aborted, false);
    element.remove();
    await element.updateComplete;
    assert.strictEqual(signal?.aborted, true);
    const names = [...events.names];
    assert.deepEqual(
      events.exits.map(({meta_data}) => meta_data),
      [{institution_name: 'erebor_mx_retail', step: 'linking'}],
    );
    await clock.advance(600_000);
    assert.deepEqual(events.names, names);
    assert.strictEqual(clock.pending, 0);
  });

  it('stays quiet about a second factor that would have expired', async () => {
    const {services, clock} = watchServices();
    const sandboxOptions = {sessionTtl: 30};
    const options = {properties: {services}, sandboxOptions, at: 'mfa'} as const;
    const {element, events} = await mountConnect(options);
    element.remove();
    await element.updateComplete;
    const names = [...events.names];
    await clock.advance(60_000);
    assert.deepEqual(events.names, names);
    assert.lengthOf(events.exits, 1);
  });

  it('may be taken off by the page that hears of its success', async () => {
    const {page, element, events} = await mountConnect({at: 'credentials'});
    element.addEventListener('belvo-success', () => element.remove());
    const closed = new Promise((resolve) => {
      element.addEventListener('belvo-event', ({detail}) => {
        if (detail.eventName === 'CLOSE') resolve(detail);
      });
    });
    await page.signIn('bnk100', 'full');
    await closed;
    assert.lengthOf(events.successes, 1);
    assert.isEmpty(events.exits);
  });

  it('opens afresh when it is put back later', async () => {
    const {page, element, events} = await mountConnect({at: 'institutions'});
    element.remove();
    await element.updateComplete;
    assert.strictEqual(element.step, 'idle');
    placeForWidgets().append(element);
    await page.waitForStep('intro');
    assert.deepEqual(events.pages, ['/consent', '/institutions', '/consent']);
  });

  it('leaves no listener, timer or style behind after a hundred times', async () => {
    const {services, clock, bugs} = watchServices();
    const sandbox = await sandboxForTest();
    const token = await sandbox.token();
    const first = await mountConnect({sandbox, properties: {services, token}, at: 'credentials'});
    first.element.remove();
    await first.element.updateComplete;
    const listeners = new ListenerCount();
    afterTest(() => listeners.stop());
    document.documentElement.style.overflow = 'clip';
    afterTest(() => (document.documentElement.style.overflow = ''));
    const place = placeForWidgets();
    let mostListeners = 0;
    for (let time = 0; time < 100; time++) {
      const element = document.createElement('belvo-connect');
      const modal = time % 2 === 1;
      const institution = time % 4 > 1 ? 'erebor_mx_retail' : undefined;
      const presentation = modal ? 'modal' : 'inline';
      Object.assign(element, {services, token, apiUrl: sandbox.url, presentation, institution});
      place.append(element);
      if (modal) void element.open();
      await new Page(element).waitForStep(institution ? 'credentials' : 'intro');
      mostListeners = Math.max(mostListeners, listeners.types.length);
      element.remove();
      await element.updateComplete;
    }
    assert.isAbove(mostListeners, 0, 'the count sees listeners');
    assert.deepEqual(listeners.types, []);
    assert.strictEqual(clock.pending, 0);
    assert.strictEqual(document.documentElement.style.overflow, 'clip');
    assert.deepEqual(bugs, []);
  });
});

describe('<belvo-connect> under another tag', () => {
  it('works beside the first, and leaves a taken tag alone', async () => {
    BelvoConnect.define('acme-connect');
    const registered = customElements.get('acme-connect');
    BelvoConnect.define('acme-connect');
    BelvoConnect.define();
    assert.strictEqual(customElements.get('acme-connect'), registered);
    assert.strictEqual(customElements.get('belvo-connect'), BelvoConnect);
    const {page, events} = await mountConnect({tag: 'acme-connect', at: 'success'});
    assert.strictEqual(page.element.localName, 'acme-connect');
    assert.lengthOf(events.successes, 1);
  });

  it('upgrades an element that got its properties before it was defined', async () => {
    const sandbox = await sandboxForTest();
    const token = await sandbox.token();
    const element = document.createElement('early-connect');
    Object.assign(element, {token, apiUrl: sandbox.url, companyName: 'ACME'});
    placeForWidgets().append(element);
    BelvoConnect.define('early-connect');
    if (!(element instanceof BelvoConnect)) throw new Error('The element was not upgraded.');
    const page = new Page(element);
    await page.waitForStep('intro');
    assert.strictEqual(page.heading(), 'ACME usa Belvo para conectar tu cuenta');
    element.remove();
  });
});

describe('<belvo-connect> changed while it is open', () => {
  it('speaks another language at once and keeps what was typed', async () => {
    const {page, element} = await mountConnect({at: 'credentials'});
    await page.fill('Usuario', 'bnk100');
    await page.fill('Contraseña', 'full');
    element.locale = 'en';
    await page.until(
      () => page.heading() === 'Sign in with your Erebor Bank details',
      'The language stays the same.',
    );
    assert.strictEqual((await page.input('Usuario')).value, 'bnk100');
    assert.strictEqual((await page.input('Contraseña')).value, 'full');
    assert.strictEqual(page.one('[lang]').lang, 'en');
    element.locale = 'pt';
    await page.until(() => page.heading().startsWith('Entre com'), 'It does not speak Portuguese.');
    await page.press('Conectar');
    await page.waitForStep('success');
  });

  it('starts over with the settings of now when restarted', async () => {
    const {page, element} = await mountConnect({at: 'credentials'});
    element.institution = 'gringotts_mx_retail';
    await element.updateComplete;
    assert.include(page.heading(), 'Erebor Bank');
    element.restart();
    await page.waitForStep('credentials');
    assert.include(page.heading(), 'Gringotts Bank');
  });

  it('takes on the colours it is told to', async () => {
    const {page, element} = await mountConnect({
      attributes: {'color-scheme': 'light'},
      at: 'intro',
    });
    const light = getComputedStyle(page.part('frame')).backgroundColor;
    element.colorScheme = 'dark';
    await element.updateComplete;
    assert.notStrictEqual(getComputedStyle(page.part('frame')).backgroundColor, light);
  });
});
