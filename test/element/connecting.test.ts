import {assert} from '@open-wc/testing';
import {mountConnect, sandboxForTest} from '../support/mount.js';
import {linksIn} from '../support/mount-sandbox.js';
import {watchServices} from '../support/mount-services.js';

describe('<belvo-connect> connecting an account', () => {
  it('tells the page which link the API has made', async () => {
    const {page, sandbox, events} = await mountConnect();
    await page.waitForStep('intro');
    await page.press('Continuar');
    await page.pick('Erebor Bank', 'México');
    await page.signIn('bnk100', 'full');
    await page.waitForStep('success');
    const [link, ...others] = await linksIn(sandbox);
    assert.isEmpty(others);
    assert.strictEqual(link?.institution, 'erebor_mx_retail');
    assert.deepEqual(events.successes, [{link: link?.id, institution: 'erebor_mx_retail'}]);
  });

  it('says so to the person', async () => {
    const {page} = await mountConnect({attributes: {'company-name': 'ACME'}, at: 'success'});
    assert.strictEqual(page.heading(), 'Listo, tu cuenta está conectada');
    assert.include(page.text(), 'Erebor Bank quedó vinculado con ACME.');
    assert.deepEqual(page.actions(), ['Volver a ACME']);
  });

  it('announces success once, then that it has closed, and no exit', async () => {
    const {page, element, events} = await mountConnect({at: 'success'});
    await page.press('Terminar');
    await page.waitForStep('idle');
    element.close();
    element.remove();
    await element.updateComplete;
    assert.lengthOf(events.successes, 1);
    assert.isEmpty(events.exits);
    assert.deepEqual(events.names.slice(events.names.indexOf('belvo-success')), [
      'belvo-success',
      'PAGE_LOAD',
      'CLOSE',
    ]);
  });

  it('tells of every screen on the way, and where the person came from', async () => {
    const {events} = await mountConnect({at: 'success'});
    assert.deepEqual(
      events.named('PAGE_LOAD').map(({meta_data}) => meta_data),
      [
        {page: '/consent', from: null},
        {page: '/institutions', from: '/consent'},
        {page: '/credentials', from: '/institutions', institution_name: 'erebor_mx_retail'},
        {page: '/loading', from: '/credentials', institution_name: 'erebor_mx_retail'},
        {page: '/success', from: '/loading', institution_name: 'erebor_mx_retail'},
      ],
    );
  });

  it('freezes what it tells, and lets it bubble to the page', async () => {
    const heard: Event[] = [];
    const hear = (event: Event) => heard.push(event);
    document.addEventListener('belvo-success', hear);
    const {events} = await mountConnect({at: 'success'});
    document.removeEventListener('belvo-success', hear);
    assert.lengthOf(heard, 1);
    assert.isFrozen(events.successes[0]);
    for (const detail of events.events) {
      assert.isFrozen(detail);
      assert.isFrozen(detail.meta_data);
    }
  });

  it('resolves open() with what ended the session', async () => {
    const {page, element, events} = await mountConnect({attributes: {presentation: 'modal'}});
    const result = element.open();
    await page.waitForStep('intro');
    assert.typeOf(element.open(), 'promise');
    await page.press('Continuar');
    await page.pick('Gringotts Bank', 'Brasil');
    await page.waitForStep('credentials');
    await page.fill('Usuário', 'bnk100');
    await page.fill('Senha', 'full');
    await page.press('Conectar');
    assert.deepEqual<unknown>(await result, {type: 'success', ...events.successes[0]});
    await page.waitForStep('success');
  });

  it('opens for a second account after the first', async () => {
    const sandbox = await sandboxForTest();
    const {page, element, events} = await mountConnect({
      attributes: {presentation: 'modal'},
      properties: {tokenProvider: () => sandbox.token()},
      sandbox,
      at: 'success',
    });
    await page.press('Terminar');
    const again = element.open();
    await page.waitForStep('intro');
    await page.press('Continuar');
    await page.pick('Erebor Bank', 'México');
    await page.signIn('bnk102', 'low');
    assert.strictEqual((await again).type, 'success');
    assert.lengthOf(events.successes, 2);
    assert.lengthOf(await linksIn(sandbox), 2);
  });
});

describe('<belvo-connect> asking for what an institution wants', () => {
  it('sends the chosen kind of document and all four fields', async () => {
    const {page, sandbox, events} = await mountConnect({at: 'institutions'});
    await page.pick('Iron Bank (Advanced login)', 'Personas · Brasil');
    await page.waitForStep('credentials');
    assert.deepEqual(page.fields(), [
      'Tipo de acesso',
      'Usuário',
      'Segundo usuário',
      'Senha',
      'Segunda senha',
    ]);
    await page.choose('Tipo de acesso', 'Passport (valid)');
    await page.fill('Usuário', 'bnk100');
    await page.fill('Segundo usuário', 'operador');
    await page.fill('Senha', 'full');
    await page.fill('Segunda senha', 'otra');
    await page.press('Conectar');
    await page.waitForStep('success');
    assert.lengthOf(events.successes, 1);
    assert.deepEqual(
      (await linksIn(sandbox)).map(({institution}) => institution),
      ['ironbank_br_retail'],
    );
  });

  it('keeps the hidden field of a form out of sight and sends its value', async () => {
    const {services, sent} = watchServices();
    const {page, sandbox} = await mountConnect({
      attributes: {'institution-types': 'employment'},
      properties: {services},
      at: 'institutions',
    });
    await page.pick('Planet Express Employment');
    await page.waitForStep('credentials');
    assert.deepEqual(page.fields(), ['CURP']);
    await page.fill('CURP', 'LOLJ970312MBSPPN08');
    await page.press('Conectar');
    await page.waitForStep('success');
    const post = sent.find(({method}) => method === 'POST');
    assert.include(JSON.parse(post?.body ?? ''), {
      username: 'LOLJ970312MBSPPN08',
      password: 'fake-password',
    });
    assert.lengthOf(await linksIn(sandbox), 1);
  });

  it('leaves out an optional field that stays empty', async () => {
    const {services, sent} = watchServices();
    const {page} = await mountConnect({properties: {services}, at: 'institutions'});
    await page.pick('Heimdall Bank (Pruebas MFA)', 'México');
    await page.waitForStep('credentials');
    assert.include(page.fields(), 'Código de seguridad (opcional)');
    await page.signIn('user_valid', 'pass_valid');
    await page.waitForStep('success');
    const post = sent.find(({method}) => method === 'POST');
    assert.notProperty(JSON.parse(post?.body ?? ''), 'token');
  });

  it('spares the second factor when the optional code is given at once', async () => {
    const {page, events} = await mountConnect({at: 'institutions'});
    await page.pick('Heimdall Bank (Pruebas MFA)', 'México');
    await page.waitForStep('credentials');
    await page.fill('Código de seguridad (opcional)', '111111');
    await page.signIn('mfa_default', 'pass_valid');
    await page.waitForStep('success');
    assert.isEmpty(events.named('MFA_REQUEST'));
  });

  it('passes access-mode and external-id on to the link', async () => {
    const attributes = {'access-mode': 'single', 'external-id': 'customer-42'};
    const {sandbox} = await mountConnect({attributes, at: 'success'});
    const [link] = await linksIn(sandbox);
    assert.include(link, {access_mode: 'single', external_id: 'customer-42'});
  });

  it('asks for a recurrent link without an external id when the page says nothing', async () => {
    const {sandbox} = await mountConnect({at: 'success'});
    const [link] = await linksIn(sandbox);
    assert.include(link, {access_mode: 'recurrent', external_id: null});
  });
});
