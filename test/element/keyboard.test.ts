import {assert} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {mountConnect, placeForWidgets, type Mounted} from '../support/mount.js';
import type {Page} from '../support/page.js';

async function shiftTab(): Promise<void> {
  await sendKeys({down: 'Shift'});
  await sendKeys({press: 'Tab'});
  await sendKeys({up: 'Shift'});
}

/** Presses Tab until the focus is where a person wants it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const stops: string[] = [];
  for (let press = 0; press < 20; press++) {
    await sendKeys({press: 'Tab'});
    const stop = page.focused() ?? document.activeElement?.tagName ?? '';
    if (typeof name === 'string' ? stop === name : name.test(stop)) return;
    stops.push(stop);
  }
  throw new Error(`Tab does not lead to ${String(name)}, but to ${stops.join(', ')}.`);
}

/** A page with a button that opens the widget above it. */
async function pageWithOpener(): Promise<Mounted & {opener: HTMLButtonElement}> {
  const opener = document.createElement('button');
  opener.textContent = 'Conectar mi banco';
  placeForWidgets().append(opener);
  const mounted = await mountConnect({attributes: {presentation: 'modal'}});
  opener.addEventListener('click', () => void mounted.element.open());
  return {...mounted, opener};
}

async function expectHeadingFocused(page: Page): Promise<void> {
  await page.until(
    () => page.focused() === page.heading(),
    `The focus is not on the heading, but on ${page.focused() ?? 'nothing of the widget'}.`,
  );
}

describe('<belvo-connect> by keyboard alone', () => {
  it('connects an account, the focus on the heading of each new screen', async () => {
    const {page, opener, events} = await pageWithOpener();
    opener.focus();
    await sendKeys({press: 'Enter'});
    await page.waitForStep('intro');
    await expectHeadingFocused(page);
    await tabTo(page, 'Continuar');
    await sendKeys({press: 'Enter'});
    await page.waitForStep('institutions');
    await expectHeadingFocused(page);
    await tabTo(page, 'Buscar institución');
    await sendKeys({type: 'erebor'});
    await tabTo(page, /^Erebor Bank .*México/);
    await sendKeys({press: 'Enter'});
    await page.waitForStep('credentials');
    await expectHeadingFocused(page);
    await tabTo(page, 'Usuario');
    await sendKeys({type: 'bnk100'});
    await tabTo(page, 'Contraseña');
    await sendKeys({type: 'full'});
    await sendKeys({press: 'Enter'});
    await page.waitForStep('success');
    await expectHeadingFocused(page);
    await tabTo(page, 'Terminar');
    await sendKeys({press: 'Enter'});
    await page.waitForStep('idle');
    assert.strictEqual(document.activeElement, opener);
    assert.lengthOf(events.successes, 1);
  });

  it('gets past a refusal and a failure, and leaves', async () => {
    const {page, element, events} = await mountConnect({at: 'credentials'});
    (await page.input('Usuario')).focus();
    await sendKeys({type: 'user_invalid'});
    await tabTo(page, 'Contraseña');
    await sendKeys({type: 'x'});
    await sendKeys({press: 'Enter'});
    await page.until(() => page.notice(), 'The refusal is not shown.');
    await expectHeadingFocused(page);
    await tabTo(page, 'Usuario');
    const user = await page.input('Usuario');
    user.select();
    await sendKeys({type: 'error500'});
    await tabTo(page, 'Contraseña');
    await sendKeys({type: 'x'});
    await tabTo(page, 'Conectar');
    await sendKeys({press: ' '});
    await page.waitForStep('failure');
    await expectHeadingFocused(page);
    await tabTo(page, 'Intentar de nuevo');
    await sendKeys({press: 'Enter'});
    await page.waitForStep('credentials');
    await expectHeadingFocused(page);
    await shiftTab();
    assert.strictEqual(page.focused(), 'Cerrar');
    await sendKeys({press: 'Enter'});
    await page.waitForStep('leave');
    await expectHeadingFocused(page);
    await tabTo(page, 'Salir');
    await sendKeys({press: 'Enter'});
    await page.waitForStep('survey');
    await expectHeadingFocused(page);
    await tabTo(page, 'Saltar');
    await sendKeys({press: 'Enter'});
    await page.waitForStep('idle');
    assert.strictEqual(element.step, 'idle');
    assert.strictEqual(events.exits[0]?.last_encountered_error?.code, 'unexpected_error');
  });

  it('answers a second factor, the focus back in the input after a wrong code', async () => {
    const {page} = await mountConnect({at: 'mfa'});
    await expectHeadingFocused(page);
    await tabTo(page, 'Código');
    await sendKeys({type: '999999'});
    await sendKeys({press: 'Enter'});
    await page.until(() => page.error(), 'The wrong code is not told.');
    assert.oneOf(page.focused(), ['Código', page.heading()]);
    await tabTo(page, 'Código');
    await sendKeys({type: '111111'});
    await sendKeys({press: 'Enter'});
    await page.waitForStep('success');
    await expectHeadingFocused(page);
  });

  it('comes back from the question to where it was', async () => {
    const {page} = await mountConnect({attributes: {presentation: 'modal'}, at: 'credentials'});
    await tabTo(page, 'Contraseña');
    await sendKeys({type: 'full'});
    await sendKeys({press: 'Escape'});
    await page.waitForStep('leave');
    await expectHeadingFocused(page);
    await tabTo(page, 'Seguir conectando');
    await sendKeys({press: 'Enter'});
    await page.waitForStep('credentials');
    assert.strictEqual(page.focused(), 'Contraseña');
    assert.strictEqual((await page.input('Contraseña')).value, 'full');
  });

  for (const presentation of ['inline', 'modal']) {
    it(`keeps the focus (${presentation}) however fast the person goes past the first screen`, async () => {
      const {page} = await mountConnect({attributes: {presentation}, at: 'institutions'});
      await expectHeadingFocused(page);
    });
  }

  it('stays within an open modal', async () => {
    const {page, opener} = await pageWithOpener();
    opener.focus();
    await sendKeys({press: 'Enter'});
    await page.waitForStep('intro');
    for (let press = 0; press < 8; press++) {
      await sendKeys({press: 'Tab'});
      assert.notStrictEqual(document.activeElement, opener);
    }
  });

  it('leaves the focus alone while the person is elsewhere on the page', async () => {
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'Elsewhere');
    placeForWidgets().append(field);
    field.focus();
    const {page} = await mountConnect({at: 'intro'});
    assert.strictEqual(document.activeElement, field);
    assert.strictEqual(page.focused(), null);
  });
});
