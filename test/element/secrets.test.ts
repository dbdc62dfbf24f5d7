import {assert} from '@open-wc/testing';
import {
  afterTest,
  consoleLog,
  mountConnect,
  sandboxForTest,
  type Mounted,
} from '../support/mount.js';
import {LeakWatch, type SeenRequest} from '../support/leaks.js';

const secrets = {
  'the user name': 'canario_82461',
  'the password': 'Clave/Canario+7?é',
  'the answer': 'Perrito Canario 3',
};

/** The one request that needs each secret. */
function allows(secret: string, {method, url}: SeenRequest, part: 'body' | 'authorization') {
  if (secret === 'the token') return part === 'authorization';
  const isLink = new URL(url).pathname === '/api/links/' && part === 'body';
  return isLink && method === (secret === 'the answer' ? 'PATCH' : 'POST');
}

async function watched(at: 'credentials' | 'institutions' = 'credentials') {
  const mounted = await mountConnect({attributes: {presentation: 'modal'}});
  const watch = new LeakWatch(mounted.element);
  afterTest(() => watch.stop());
  const result = mounted.element.open();
  result.catch((error: unknown) => watch.noteError(error));
  await mounted.page.waitForStep('intro');
  await mounted.page.press('Continuar');
  if (at === 'credentials') await mounted.page.pick('Erebor Bank', 'México');
  return {...mounted, watch, result};
}

async function leaksOf({watch, element}: {watch: LeakWatch; element: Mounted['element']}) {
  const token = element.token ?? '';
  assert.notStrictEqual(token, '');
  return await watch.find({...secrets, 'the token': token}, allows);
}

describe('<belvo-connect> keeping secrets', () => {
  it('leaves none behind when an account was connected', async () => {
    const mounted = await watched();
    const {page, watch, result} = mounted;
    await page.signIn(secrets['the user name'], secrets['the password']);
    await page.waitForStep('success');
    assert.deepEqual(await leaksOf(mounted), []);
    await page.press('Terminar');
    await page.waitForStep('idle');
    await result;
    assert.deepEqual(await leaksOf(mounted), []);
    assert.strictEqual(
      watch.requests.some(({body}) => body.includes('canario_82461')),
      true,
    );
  });

  it('forgets the password when the bank refuses it, and keeps only the user name, in its input', async () => {
    const mounted = await watched();
    const {page, sandbox, element} = mounted;
    const entry = {code: 'login_error', message: `No ${secrets['the password']}`};
    await sandbox.control('faults', [
      {method: 'POST', path: '/api/links/', status: 400, body: [entry]},
    ]);
    await page.signIn(secrets['the user name'], secrets['the password']);
    await page.waitForStep('credentials');
    assert.include(page.notice(), 'no reconoció los datos');
    assert.deepEqual(await leaksOf(mounted), ['the user name in an input']);
    element.close();
    await page.waitForStep('idle');
    assert.deepEqual(await leaksOf(mounted), []);
  });

  it('keeps what is typed in the inputs alone until it is sent', async () => {
    const mounted = await watched();
    const {page} = mounted;
    await page.waitForStep('credentials');
    await page.fill('Usuario', secrets['the user name']);
    await page.fill('Contraseña', secrets['the password']);
    await page.press('Mostrar Contraseña');
    assert.deepEqual(await leaksOf(mounted), [
      'the password in an input',
      'the user name in an input',
    ]);
  });

  it('forgets the answer to a second factor, the wrong and the right one', async () => {
    const mounted = await watched('institutions');
    const {page, sandbox} = mounted;
    await page.pick('Heimdall Bank (Pruebas MFA)', 'México');
    await page.signIn('mfa_question', secrets['the password']);
    await page.waitForStep('mfa');
    const entry = {code: 'invalid', field: 'token', message: `No ${secrets['the answer']}`};
    await sandbox.control('faults', [
      {method: 'PATCH', path: '/api/links/', status: 400, body: [entry], times: 1},
    ]);
    for (const step of ['mfa', 'success'] as const) {
      await page.fill('Respuesta', secrets['the answer']);
      await page.press('Confirmar');
      await page.waitForStep(step);
      assert.deepEqual(await leaksOf(mounted), []);
    }
  });

  it('leaves none behind when the person leaves, whatever was typed or searched for', async () => {
    const mounted = await watched('institutions');
    const {page, result} = mounted;
    await page.search(secrets['the answer']);
    await page.press('Mi institución no aparece Avísanos para poder agregarla');
    await page.search('');
    await page.pick('Erebor Bank', 'México');
    await page.waitForStep('credentials');
    await page.fill('Usuario', secrets['the user name']);
    await page.fill('Contraseña', secrets['the password']);
    await page.press('Cerrar');
    await page.press('Salir');
    await page.press('Saltar');
    await result;
    await page.waitForStep('idle');
    assert.deepEqual(await leaksOf(mounted), []);
  });

  it('leaves none behind when the connection breaks', async () => {
    const mounted = await watched();
    const {page, sandbox} = mounted;
    await page.waitForStep('credentials');
    await sandbox.control('faults', [{method: 'POST', path: '/api/links/', drop: 'before'}]);
    await page.signIn(secrets['the user name'], secrets['the password']);
    await page.waitForStep('failure');
    assert.deepEqual(await leaksOf(mounted), []);
    consoleLog.take();
  });

  it('asks nobody but the API, and gives the token to nobody else', async () => {
    const {page, sandbox, watch} = await watched();
    await page.signIn('bnk100', 'full');
    await page.waitForStep('success');
    const origins = new Set(watch.requests.map(({url}) => new URL(url).origin));
    assert.deepEqual([...origins], [new URL(sandbox.url).origin]);
    const loaded = performance.getEntriesByType('resource').map(({name}) => new URL(name).origin);
    const known = [...origins, location.origin];
    assert.isEmpty(loaded.filter((origin) => !known.includes(origin)));
  });

  it('tells password managers and recorders which inputs are private', async () => {
    const {page} = await watched();
    await page.waitForStep('credentials');
    const password = await page.input('Contraseña');
    assert.strictEqual(password.type, 'password');
    assert.strictEqual(password.getAttribute('autocomplete'), 'current-password');
    assert.strictEqual((await page.input('Usuario')).getAttribute('autocomplete'), 'username');
    for (const label of ['Usuario', 'Contraseña']) {
      const field = await page.input(label);
      assert.strictEqual(field.getAttribute('spellcheck'), 'false');
      assert.strictEqual(field.getAttribute('autocapitalize'), 'off');
      assert.strictEqual(field.getAttribute('translate'), 'no');
      assert.strictEqual(field.getAttribute('writingsuggestions'), 'false');
    }
  });
});

describe('the search for leaks', () => {
  const value = 'planted-leak-915';

  /** Each place with a way to leak into it, and to clean it up. */
  const leaks: Readonly<Record<string, (element: HTMLElement, watch: LeakWatch) => unknown>> = {
    'an event': (element) => {
      const init = {bubbles: true, composed: true, detail: {nested: [value]}};
      element.dispatchEvent(new CustomEvent('belvo-event', init));
    },
    'the console': () => {
      const {console} = window;
      console.debug({value});
    },
    'an error': (_element, watch) =>
      watch.noteError(new Error('Failed', {cause: {nested: btoa(value)}})),
    'the HTML': (element) => element.shadowRoot?.querySelector('h2')?.setAttribute('title', value),
    'an input': (element) => {
      const input = element.shadowRoot?.querySelector('input');
      if (input) input.value = value;
    },
    'the address': () => {
      const {href} = location;
      history.replaceState(null, '', `#${encodeURIComponent(value)}`);
      return () => history.replaceState(null, '', href);
    },
    'the history': () => {
      history.replaceState({value}, '');
      return () => history.replaceState(null, '');
    },
    'the storage': () => {
      sessionStorage.setItem('x', value);
      return () => sessionStorage.clear();
    },
    'a database': async () => {
      const opening = indexedDB.open(value);
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      return () => {
        opening.result.close();
        indexedDB.deleteDatabase(value);
      };
    },
    'a cache': async () => {
      await caches.open(value);
      return () => caches.delete(value);
    },
    'a cookie': () => {
      document.cookie = `x=${value}`;
      return () => (document.cookie = 'x=; max-age=0');
    },
    'a performance entry': () => {
      performance.mark(value);
      return () => performance.clearMarks(value);
    },
    'a global name': () => {
      Reflect.set(window, value, 1);
      return () => Reflect.deleteProperty(window, value);
    },
    'the address of a request: GET /': () => fetch(`/?x=${value}`),
    'the body of a request: POST /': () => fetch('/', {method: 'POST', body: value}),
    'the authorization of a request: GET /': () => fetch('/', {headers: {authorization: value}}),
  };

  for (const [place, plant] of Object.entries(leaks)) {
    it(`finds one planted in ${place}`, async () => {
      const sandbox = await sandboxForTest();
      const {element} = await mountConnect({sandbox, at: 'credentials'});
      const watch = new LeakWatch(element);
      afterTest(() => watch.stop());
      const secret = {canary: value};
      assert.deepEqual(await watch.find(secret), []);
      const undo: unknown = await plant(element, watch);
      const found = await watch.find(secret);
      if (typeof undo === 'function') undo();
      assert.include(found, `canary in ${place}`);
    });
  }
});
