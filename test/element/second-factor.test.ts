import {assert} from '@open-wc/testing';
import {mountConnect, type MountOptions} from '../support/mount.js';
import {linksIn, requestsTo} from '../support/mount-sandbox.js';
import {watchServices} from '../support/mount-services.js';

const bank = 'Heimdall Bank (Pruebas MFA)';

async function signInAs(username: string, password: string, options: MountOptions = {}) {
  const mounted = await mountConnect({...options, at: 'institutions'});
  await mounted.page.pick(bank, 'México');
  await mounted.page.signIn(username, password);
  await mounted.page.waitForStep('mfa');
  return mounted;
}

describe('<belvo-connect> asking for a second factor', () => {
  it('asks again after a wrong code and links the account after the right one', async () => {
    const {page, sandbox, events} = await mountConnect({at: 'mfa'});
    assert.strictEqual(page.heading(), `Escribe el código de ${bank}`);
    await page.fill('Código', '999999');
    await page.press('Confirmar');
    await page.waitForStep('mfa');
    const wrong = 'El código no es correcto. Escribe uno nuevo.';
    assert.strictEqual(page.error(), wrong);
    assert.strictEqual(page.alert(), wrong);
    const code = await page.input('Código');
    assert.strictEqual(code.value, '');
    assert.strictEqual(code.getAttribute('aria-invalid'), 'true');
    assert.include(await page.descriptionOf('Código'), wrong);
    await page.fill('Código', '111111');
    await page.press('Confirmar');
    await page.waitForStep('success');
    assert.deepEqual(
      events.successes.map(({link}) => link),
      (await linksIn(sandbox)).map(({id}) => id),
    );
    assert.lengthOf(events.named('MFA_REQUEST'), 1);
    assert.lengthOf(events.named('MFA_SUBMIT'), 2);
  });

  it('says again that a code is wrong when the next one is wrong, too', async () => {
    const {page, events} = await mountConnect({at: 'mfa'});
    for (const code of ['999999', '12', '999999']) {
      await page.fill('Código', code);
      await page.press('Confirmar');
      await page.waitForStep('mfa');
      assert.strictEqual(page.alert(), 'El código no es correcto. Escribe uno nuevo.');
      assert.strictEqual((await page.input('Código')).value, '');
    }
    assert.lengthOf(events.named('ERROR'), 3);
  });

  it('gives up with the bank after its last wrong code', async () => {
    const {page} = await mountConnect({at: 'mfa'});
    for (let attempt = 1; attempt < 5; attempt++) {
      await page.fill('Código', '999999');
      await page.press('Confirmar');
      await page.waitForStep('mfa');
    }
    await page.fill('Código', '999999');
    await page.press('Confirmar');
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'Se acabó el tiempo para responder');
    await page.press('Intentar de nuevo');
    await page.waitForStep('credentials');
  });

  it('offers the code that the phone has received to be filled in', async () => {
    const {page} = await mountConnect({at: 'mfa'});
    const code = await page.input('Código');
    assert.strictEqual(code.getAttribute('autocomplete'), 'one-time-code');
    assert.strictEqual(code.inputMode, 'numeric');
    assert.strictEqual(code.name, 'token');
  });

  it('does not send an empty code', async () => {
    const {page, sandbox} = await mountConnect({at: 'mfa'});
    await page.press('Confirmar');
    await page.until(() => page.status() === 'Escribe el código.', 'The person is told nothing.');
    assert.strictEqual(page.element.step, 'mfa');
    assert.strictEqual(page.focused(), 'Código');
    assert.strictEqual(page.part('error').textContent?.trim(), 'Escribe el código.');
    assert.notInclude(await requestsTo(sandbox), 'PATCH /api/links/');
  });

  it('shows the number that the token device needs', async () => {
    const {page} = await signInAs('mfa_numeric', 'numeric_code');
    assert.strictEqual(page.heading(), 'Genera un código con este número');
    assert.match(page.text(), /Número para generar el código \d{5}\b/);
    await page.fill('Código', '111111');
    await page.press('Confirmar');
    await page.waitForStep('success');
  });

  it('shows the QR code as an image with an alternative text', async () => {
    const {page} = await signInAs('mfa_qr', 'qr_code');
    const image = page.one('img[alt]:not([alt=""])');
    assert.strictEqual(image.getAttribute('alt'), `Código QR de ${bank}`);
    assert.match(String(image.getAttribute('src')), /^data:image\/svg\+xml;base64,/);
    await page.fill('Código', '111111');
    await page.press('Confirmar');
    await page.waitForStep('success');
  });

  it('asks the question of the bank in its own words', async () => {
    const {page} = await signInAs('mfa_question', 'whatever');
    assert.strictEqual(page.heading(), `${bank} te hace una pregunta`);
    assert.include(page.text(), '¿Cómo se llamaba tu primera mascota?');
    const answer = await page.input('Respuesta');
    assert.strictEqual(answer.getAttribute('autocomplete'), 'off');
    await page.fill('Respuesta', 'Firulais');
    await page.press('Confirmar');
    await page.waitForStep('success');
  });

  it('asks for nothing to type when the person confirms elsewhere', async () => {
    const {page} = await signInAs('mfa_push', 'whatever');
    assert.strictEqual(page.heading(), `Confirma en la app de ${bank}`);
    assert.isEmpty(page.fields());
    await page.press('Ya lo aprobé');
    await page.waitForStep('mfa');
    const wait = 'Todavía no vemos tu confirmación. Aprueba el acceso y vuelve a intentarlo.';
    assert.strictEqual(page.notice(), wait);
    assert.strictEqual(page.alert(), wait);
    await page.press('Ya lo aprobé');
    await page.waitForStep('success');
  });

  it('goes back to a form that still knows the user name, and can start again', async () => {
    const {page, events} = await mountConnect({at: 'mfa'});
    await page.press('Empezar de nuevo');
    await page.waitForStep('credentials');
    assert.strictEqual((await page.input('Usuario')).value, 'mfa_default');
    assert.strictEqual((await page.input('Contraseña')).value, '');
    await page.fill('Contraseña', 'pass_valid');
    await page.press('Conectar');
    await page.waitForStep('mfa');
    await page.fill('Código', '111111');
    await page.press('Confirmar');
    await page.waitForStep('success');
    assert.lengthOf(events.successes, 1);
  });
});

describe('<belvo-connect> with little time for the second factor', () => {
  const sandboxOptions = {sessionTtl: 65};

  it('counts down, and says aloud when it gets short', async () => {
    const {services, clock} = watchServices();
    const {page} = await mountConnect({properties: {services}, sandboxOptions, at: 'mfa'});
    assert.strictEqual(await page.descriptionOf('Código'), 'Vence en 1:05');
    await clock.advance(4000);
    await page.until(() => page.text().includes('Vence en 1:01'), 'The time stands still.');
    assert.notInclude(page.status(), 'Quedan');
    await clock.advance(1000);
    await page.until(() => page.status() === 'Quedan 1:00 para responder', 'Nothing is said.');
    assert.include(page.text(), 'Vence en 1:00');
  });

  it('does not disturb what is being typed while it counts', async () => {
    const {services, clock} = watchServices();
    const {page} = await mountConnect({properties: {services}, sandboxOptions, at: 'mfa'});
    const code = await page.input('Código');
    code.focus();
    code.value = '1111';
    await clock.advance(10_000);
    await page.until(() => page.text().includes('Vence en 0:55'), 'The time stands still.');
    assert.strictEqual(await page.input('Código'), code);
    assert.strictEqual(code.value, '1111');
    assert.strictEqual(page.root.activeElement, code);
  });

  it('takes the question away when the time is up, and keeps the user name', async () => {
    const {services, clock} = watchServices();
    const mounted = await mountConnect({properties: {services}, sandboxOptions, at: 'mfa'});
    const {page, sandbox} = mounted;
    await page.fill('Código', '111111');
    await clock.advance(65_000);
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'Se acabó el tiempo para responder');
    await page.press('Intentar de nuevo');
    await page.waitForStep('credentials');
    assert.strictEqual((await page.input('Usuario')).value, 'mfa_default');
    assert.strictEqual((await page.input('Contraseña')).value, '');
    await page.fill('Contraseña', 'pass_valid');
    await page.press('Conectar');
    await page.waitForStep('mfa');
    assert.strictEqual((await page.input('Código')).value, '');
    assert.notInclude(await requestsTo(sandbox), 'PATCH /api/links/');
  });

  it('says so when the API has stopped waiting before the clock here has', async () => {
    const {page, sandbox, events} = await mountConnect({at: 'mfa'});
    await sandbox.control('faults', [
      {
        method: 'PATCH',
        path: '/api/links/',
        status: 400,
        body: [{code: 'session_expired', message: 'Expired.', request_id: 'a'.repeat(32)}],
      },
    ]);
    await page.fill('Código', '111111');
    await page.press('Confirmar');
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'Se acabó el tiempo para responder');
    assert.include(events.named('ERROR').at(-1)?.meta_data, {error_code: 'session_expired'});
  });
});
