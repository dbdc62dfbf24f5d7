import {assert} from '@open-wc/testing';
import {mountConnect} from '../support/mount.js';
import {linksIn, requestsTo} from '../support/mount-sandbox.js';
import {watchServices} from '../support/mount-services.js';

const retry = 'Intentar de nuevo';
const another = 'Elegir otra institución';
const leave = 'Salir';

/** Test user, title of the failure screen, its two actions, and the code in the page's event. */
const failures: readonly (readonly [string, string, readonly [string, string], string])[] = [
  ['down', 'Erebor Bank no responde en este momento', [another, retry], 'institution_down'],
  ['unavailable', 'Erebor Bank no está disponible', [another, retry], 'institution_unavailable'],
  ['inactive', 'Erebor Bank ya no se puede conectar', [another, leave], 'institution_inactive'],
  ['busy', 'Ya hay una sesión abierta en Erebor Bank', [retry, another], 'too_many_sessions'],
  ['locked', 'Erebor Bank bloqueó el acceso a tu cuenta', [another, retry], 'login_error'],
  ['slow_timeout', 'La respuesta tardó demasiado', [retry, another], 'request_timeout'],
  ['error500', 'El servicio tuvo un problema', [retry, another], 'unexpected_error'],
  [
    'unsupported',
    'Erebor Bank no ofrece los datos necesarios',
    [another, leave],
    'unsupported_operation',
  ],
];

async function refuse(username: string) {
  const mounted = await mountConnect({at: 'credentials'});
  await mounted.page.signIn(username, 'pass_valid');
  await mounted.page.waitForStep('failure');
  return mounted;
}

describe('<belvo-connect> on the form of an institution that the page chose', () => {
  it('does not speak of other institutions when that one cannot be used', async () => {
    const attributes = {institution: 'erebor_mx_retail'};
    const {page} = await mountConnect({attributes, at: 'credentials'});
    await page.signIn('unsupported', 'pass_valid');
    await page.waitForStep('failure');
    assert.deepEqual(page.actions(), ['Salir']);
    assert.notInclude(page.text(), 'otra institución');
  });
});

describe('<belvo-connect> when the bank does not know the person', () => {
  it('keeps the user name, forgets the password and says what to do', async () => {
    const {page, events, sandbox} = await mountConnect({at: 'credentials'});
    await page.signIn('user_invalid', 'pass_valid');
    await page.waitForStep('credentials');
    assert.strictEqual((await page.input('Usuario')).value, 'user_invalid');
    assert.strictEqual((await page.input('Contraseña')).value, '');
    assert.strictEqual(
      page.notice(),
      'Erebor Bank no reconoció los datos Revisa tu usuario y escribe de nuevo la contraseña.',
    );
    assert.strictEqual(page.alert(), 'Erebor Bank no reconoció los datos');
    const [error, ...more] = events.named('ERROR');
    assert.isEmpty(more);
    assert.include(error?.meta_data, {
      error_code: 'login_error',
      institution_name: 'erebor_mx_retail',
    });
    assert.match(String(error?.meta_data['timestamp']), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.match(String(error?.request_id), /^[\da-f]{32}$/);
    assert.isEmpty(await linksIn(sandbox));
  });

  it('lets the person in with the right ones afterwards', async () => {
    const {page, events} = await mountConnect({at: 'credentials'});
    await page.signIn('user_invalid', 'pass_valid');
    await page.waitForStep('credentials');
    await page.signIn('bnk100', 'full');
    await page.waitForStep('success');
    assert.lengthOf(events.successes, 1);
  });

  it('announces a second refusal like the first', async () => {
    const {page} = await mountConnect({at: 'credentials'});
    await page.signIn('user_invalid', 'pass_valid');
    await page.waitForStep('credentials');
    await page.signIn('user_invalid', 'pass_valid');
    assert.strictEqual(page.alert(), '');
    await page.waitForStep('credentials');
    assert.strictEqual(page.alert(), 'Erebor Bank no reconoció los datos');
  });
});

describe('<belvo-connect> when an account cannot be connected', () => {
  for (const [user, title, actions, code] of failures) {
    it(`explains "${title}" and offers two ways on`, async () => {
      const {page, events} = await refuse(user);
      assert.strictEqual(page.heading(), title);
      assert.sameMembers(page.actions(), [...actions]);
      const error = events.named('ERROR').at(-1);
      assert.include(error?.meta_data, {error_code: code});
      const id = error?.request_id ?? '';
      assert.match(id, /^[\da-f]{32}$/);
      assert.include(page.text(), `Folio ${id.slice(0, 4)}…${id.slice(-4)}`);
      assert.include(page.buttons(), 'Copiar folio');
    });

    if (actions.includes(retry)) {
      it(`goes back to the form after "${title}", the user name still in it`, async () => {
        const {page, events} = await refuse(user);
        await page.press(retry);
        await page.waitForStep('credentials');
        assert.strictEqual((await page.input('Usuario')).value, user);
        assert.strictEqual((await page.input('Contraseña')).value, '');
        await page.signIn('bnk100', 'full');
        await page.waitForStep('success');
        assert.lengthOf(events.successes, 1);
      });
    }

    it(`goes to another institution after "${title}"`, async () => {
      const {page} = await refuse(user);
      await page.press(another);
      await page.waitForStep('institutions');
      await page.pick('Gringotts Bank', 'México');
      await page.signIn('bnk100', 'full');
      await page.waitForStep('success');
    });

    if (actions.includes(leave)) {
      it(`lets the person leave after "${title}"`, async () => {
        const {page, events} = await refuse(user);
        await page.press(leave);
        await page.waitForStep('survey');
        await page.press('Saltar');
        assert.strictEqual(events.exits[0]?.last_encountered_error?.code, code);
      });
    }
  }
});

describe('<belvo-connect> checking what is typed', () => {
  const message = 'Usa de 1 a 16 letras, números o guiones bajos.';

  it('shows the message of the API under a field that does not fit its rule', async () => {
    const {page, sandbox} = await mountConnect({at: 'credentials'});
    await page.fill('Usuario', 'a'.repeat(17));
    assert.strictEqual(page.error(), message);
    assert.strictEqual((await page.field('Usuario')).getAttribute('aria-invalid'), 'true');
    assert.strictEqual(await page.descriptionOf('Usuario'), message);
    await page.fill('Contraseña', 'full');
    await page.press('Conectar');
    assert.strictEqual(page.element.step, 'credentials');
    assert.strictEqual(page.focused(), 'Usuario');
    assert.notInclude(await requestsTo(sandbox), 'POST /api/links/');
  });

  it('takes the message away once the value fits', async () => {
    const {page} = await mountConnect({at: 'credentials'});
    await page.fill('Usuario', 'a'.repeat(17));
    await page.fill('Usuario', 'a'.repeat(16));
    assert.strictEqual(page.error(), null);
    assert.strictEqual((await page.field('Usuario')).getAttribute('aria-invalid'), 'false');
    assert.strictEqual(await page.descriptionOf('Usuario'), '');
  });

  it('does not scold for an empty field before the form is sent, then names all of them', async () => {
    const {page, sandbox} = await mountConnect({at: 'credentials'});
    await page.fill('Usuario', '');
    assert.strictEqual(page.error(), null);
    await page.press('Conectar');
    await page.until(() => page.status() === 'Hay 2 datos por revisar', 'The count is not said.');
    assert.strictEqual(await page.descriptionOf('Usuario'), 'Completa este campo.');
    assert.strictEqual(await page.descriptionOf('Contraseña'), 'Completa este campo.');
    assert.strictEqual(page.focused(), 'Usuario');
    assert.notInclude(await requestsTo(sandbox), 'POST /api/links/');
  });

  it('marks the field that only the API found wrong', async () => {
    const {page, sandbox} = await mountConnect({at: 'credentials'});
    const entry = {code: 'invalid', field: 'username', message: 'Not valid.'};
    await sandbox.control('faults', [
      {method: 'POST', path: '/api/links/', status: 400, body: [entry], times: 1},
    ]);
    await page.signIn('bnk100', 'full');
    await page.waitForStep('credentials');
    assert.match(String(page.notice()), /^Hay un dato que Erebor Bank no acepta/);
    assert.strictEqual(await page.descriptionOf('Usuario'), 'Revisa este dato.');
    assert.strictEqual((await page.input('Usuario')).value, 'bnk100');
  });
});

describe('<belvo-connect> showing a password', () => {
  it('shows and hides it without losing it', async () => {
    const {page} = await mountConnect({at: 'credentials'});
    const field = await page.input('Contraseña');
    await page.fill('Contraseña', 'full');
    assert.strictEqual(field.type, 'password');
    await page.press('Mostrar Contraseña');
    assert.strictEqual(field.type, 'text');
    assert.strictEqual(field.value, 'full');
    await page.press('Ocultar Contraseña');
    assert.strictEqual(field.type, 'password');
    assert.strictEqual(field.value, 'full');
  });

  it('hides it when the form is sent', async () => {
    const {page} = await mountConnect({at: 'credentials'});
    const field = await page.input('Contraseña');
    await page.fill('Contraseña', 'full');
    await page.press('Mostrar Contraseña');
    await page.press('Conectar');
    assert.strictEqual(page.error(), 'Completa este campo.');
    assert.strictEqual(field.type, 'password');
  });

  it('hides it after half a minute, and when the window loses the focus', async () => {
    const {services, clock} = watchServices();
    const {page} = await mountConnect({properties: {services}, at: 'credentials'});
    const field = await page.input('Contraseña');
    await page.press('Mostrar Contraseña');
    await clock.advance(29_000);
    assert.strictEqual(field.type, 'text');
    await clock.advance(1000);
    await page.until(() => field.type === 'password', 'The password is still shown.');
    await page.press('Mostrar Contraseña');
    assert.strictEqual(field.type, 'text');
    window.dispatchEvent(new Event('blur'));
    await page.until(() => field.type === 'password', 'The password is still shown.');
  });
});
