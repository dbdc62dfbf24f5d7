import {assert} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {afterTest, mountConnect, placeForWidgets} from '../support/mount.js';

const question = '¿Salir sin conectar?';
const modal = {presentation: 'modal'};

function openerOnPage(text = 'Conectar mi banco'): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = text;
  placeForWidgets().append(button);
  return button;
}

describe('<belvo-connect> asking before the person leaves', () => {
  it('keeps everything typed when they stay', async () => {
    const {page, events} = await mountConnect({at: 'credentials'});
    await page.fill('Usuario', 'bnk100');
    await page.fill('Contraseña', 'full');
    await page.press('Cerrar');
    assert.strictEqual(page.heading(), question);
    assert.include(page.text(), 'Todavía no se ha conectado ninguna cuenta.');
    await page.press('Seguir conectando');
    await page.waitForStep('credentials');
    assert.strictEqual((await page.input('Usuario')).value, 'bnk100');
    assert.strictEqual((await page.input('Contraseña')).value, 'full');
    await page.press('Conectar');
    await page.waitForStep('success');
    assert.isEmpty(events.exits);
  });

  it('asks why, then tells the page where they left and what went wrong last', async () => {
    const {page, element, events} = await mountConnect({attributes: modal, at: 'credentials'});
    const result = element.open();
    await page.signIn('user_invalid', 'pass_valid');
    await page.waitForStep('credentials');
    await page.press('Cerrar');
    await page.press('Salir');
    await page.waitForStep('survey');
    await page.tick('No me siento seguro');
    await page.press('Enviar y salir');
    await page.waitForStep('idle');
    assert.deepEqual(
      events.named('SURVEY').map(({meta_data}) => meta_data),
      [{reason: 'no_trust'}],
    );
    const [exit, ...more] = events.exits;
    assert.isEmpty(more);
    assert.strictEqual(exit?.last_encountered_error?.code, 'login_error');
    assert.isNotEmpty(exit?.last_encountered_error?.message);
    assert.deepEqual(exit?.meta_data, {
      institution_name: 'erebor_mx_retail',
      step: 'credentials',
    });
    assert.deepEqual<unknown>(await result, {type: 'exit', ...exit});
    assert.deepEqual(events.names.slice(-2), ['belvo-exit', 'CLOSE']);
  });

  it('knows no error and no institution when nothing has happened yet', async () => {
    const {page, events} = await mountConnect({at: 'intro'});
    await page.press('Cerrar');
    await page.press('Salir');
    await page.press('Saltar');
    await page.waitForStep('idle');
    assert.deepEqual(events.exits, [
      {last_encountered_error: null, meta_data: {institution_name: null, step: 'intro'}},
    ]);
    assert.isEmpty(events.named('SURVEY'));
  });

  it('exits once when the survey itself is closed', async () => {
    const {page, events} = await mountConnect({at: 'survey'});
    await page.press('Cerrar');
    await page.waitForStep('idle');
    assert.lengthOf(events.exits, 1);
  });

  it('shows what would be lost in the words of the page', async () => {
    const attributes = {'opportunity-loss': 'Sin conectar no podemos darte una oferta.'};
    const {page} = await mountConnect({attributes, at: 'leave'});
    assert.include(page.text(), 'Sin conectar no podemos darte una oferta.');
  });

  it('goes on behind the question: the link counts, whatever the person was asked', async () => {
    const {page, sandbox, events} = await mountConnect({at: 'credentials'});
    await sandbox.control('faults', [{method: 'POST', path: '/api/links/', latency: 300}]);
    await page.signIn('bnk100', 'full');
    await page.press('Cerrar');
    assert.strictEqual(page.heading(), question);
    await page.waitForStep('success');
    assert.lengthOf(events.successes, 1);
  });
});

describe('<belvo-connect> leaving without questions', () => {
  it('goes straight to the survey with hide-close-dialog', async () => {
    const {page} = await mountConnect({attributes: {'hide-close-dialog': true}, at: 'credentials'});
    await page.press('Cerrar');
    await page.waitForStep('survey');
  });

  it('exits after the question with hide-abandon-survey', async () => {
    const {page, events} = await mountConnect({
      attributes: {'hide-abandon-survey': true},
      at: 'leave',
    });
    await page.press('Salir');
    await page.waitForStep('idle');
    assert.lengthOf(events.exits, 1);
  });

  it('exits at once with both', async () => {
    const attributes = {'hide-close-dialog': true, 'hide-abandon-survey': true};
    const {page, events} = await mountConnect({attributes, at: 'institutions'});
    await page.press('Cerrar');
    await page.waitForStep('idle');
    assert.deepEqual(
      events.exits.map(({meta_data}) => meta_data.step),
      ['institutions'],
    );
  });

  it('closes at once when the page says so', async () => {
    const {page, element, events} = await mountConnect({at: 'mfa'});
    element.close();
    assert.strictEqual(element.step, 'idle');
    await page.waitForStep('idle');
    element.close();
    assert.deepEqual(
      events.exits.map(({meta_data}) => meta_data),
      [{institution_name: 'heimdall_mx_retail', step: 'mfa'}],
    );
    assert.lengthOf(events.named('CLOSE'), 1);
  });
});

describe('<belvo-connect> as a modal', () => {
  it('asks on Escape, and stays on another one', async () => {
    const {page} = await mountConnect({attributes: modal, at: 'institutions'});
    await sendKeys({press: 'Escape'});
    await page.waitForStep('leave');
    await sendKeys({press: 'Escape'});
    await page.waitForStep('institutions');
    await sendKeys({press: 'Escape'});
    await page.waitForStep('leave');
    assert.strictEqual(page.part('dialog').matches(':modal'), true);
  });

  it('asks on a click beside it, not on one inside', async () => {
    const {page} = await mountConnect({attributes: modal, at: 'institutions'});
    page.part('body').click();
    assert.strictEqual(page.element.step, 'institutions');
    await sendMouse({type: 'click', position: [4, 4]});
    await page.waitForStep('leave');
  });

  it('gives the focus back to what opened it', async () => {
    const opener = openerOnPage();
    const {page, element} = await mountConnect({attributes: modal});
    opener.addEventListener('click', () => void element.open());
    opener.focus();
    opener.click();
    await page.waitForStep('intro');
    assert.strictEqual(page.focused(), page.heading());
    element.close();
    await page.waitForStep('idle');
    assert.strictEqual(document.activeElement, opener);
  });

  it('opens from a button in its trigger slot', async () => {
    const {page, element} = await mountConnect({attributes: modal});
    const trigger = document.createElement('button');
    trigger.slot = 'trigger';
    trigger.textContent = 'Conectar';
    element.append(trigger);
    trigger.focus();
    trigger.click();
    await page.waitForStep('intro');
    element.close();
    await page.waitForStep('idle');
    assert.strictEqual(document.activeElement, trigger);
  });

  it('holds the scroll of the page and gives it back as it was', async () => {
    const {style} = document.documentElement;
    style.overflow = 'scroll';
    afterTest(() => (style.overflow = ''));
    const {page, element} = await mountConnect({attributes: modal, at: 'intro'});
    await page.until(() => style.overflow === 'hidden', 'The page can still be scrolled.');
    element.close();
    await page.waitForStep('idle');
    assert.strictEqual(style.overflow, 'scroll');
  });

  it('gives the scroll back when it is taken off the page while open', async () => {
    const {page, element} = await mountConnect({attributes: modal, at: 'intro'});
    const {style} = document.documentElement;
    await page.until(() => style.overflow === 'hidden', 'The page can still be scrolled.');
    const result = element.open();
    element.remove();
    assert.strictEqual((await result).type, 'exit');
    assert.strictEqual(style.overflow, '');
  });
});
