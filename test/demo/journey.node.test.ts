import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {after, before, beforeEach, describe, it} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';
import {findBrowser} from '../../tools/browser.mjs';

/** The whole of `npm start`, driven as a person would: the page, its backend, the widget and the API over HTTP. */
describe('the demo page', () => {
  let start: ChildProcess;
  let browser: Browser;
  let page: Page;
  let demoUrl: string;
  let apiUrl: string;
  const problems: string[] = [];

  before(async () => {
    const [port, sandboxPort] = [await freePort(), await freePort()];
    demoUrl = `http://localhost:${port}/`;
    apiUrl = `http://localhost:${sandboxPort}`;
    start = spawn(process.execPath, ['tools/start.mjs'], {
      env: {
        ...process.env,
        PORT: String(port),
        SANDBOX_PORT: String(sandboxPort),
        NODE_OPTIONS: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await untilReady(start);
    const {executablePath, args} = await findBrowser();
    browser = await chromium.launch({executablePath, args});
  });

  after(async () => {
    await browser?.close();
    start?.kill('SIGTERM');
    if (start && start.exitCode === null) await once(start, 'exit');
  });

  beforeEach(async () => {
    await fetch(`${apiUrl}/__sandbox/reset`, {method: 'POST'});
    problems.length = 0;
    page = await browser.newPage({viewport: {width: 390, height: 800}, locale: 'es-MX'});
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(demoUrl);
  });

  /** From the button on the page to the sign-in form of an institution. */
  async function chooseInstitution(words: string, name: string): Promise<void> {
    await page.getByRole('button', {name: 'Conectar mi banco'}).first().click();
    await page.getByRole('heading', {name: 'ACME usa Belvo para conectar tu cuenta'}).waitFor();
    await page.getByRole('button', {name: 'Continuar'}).click();
    await page.getByRole('searchbox', {name: 'Buscar institución'}).fill(words);
    await page.locator(`[data-name=${name}]`).click();
  }

  async function signIn(user: string, password: string): Promise<void> {
    await page.getByLabel('Usuario', {exact: true}).fill(user);
    await page.getByLabel('Contraseña', {exact: true}).fill(password);
    await page.getByRole('button', {name: 'Conectar', exact: true}).click();
  }

  const heading = (name: string | RegExp) => page.getByRole('heading', {name}).waitFor();

  it('shows accounts and transactions after Erebor was connected', async () => {
    await chooseInstitution('erebor', 'erebor_mx_retail');
    await signIn('bnk100', 'full');
    await heading('Listo, tu cuenta está conectada');
    await page.getByRole('button', {name: 'Volver a ACME'}).click();
    const dashboard = page.getByRole('region', {name: 'Tus finanzas'});
    await dashboard.getByRole('table').last().getByRole('row').nth(5).waitFor();
    assert.match((await dashboard.textContent()) ?? '', /Cuenta de Nómina|Cuenta|Tarjeta/);
    assert.equal(
      await page.locator('belvo-connect').evaluate((element) => 'step' in element && element.step),
      'idle',
    );
    assert.deepEqual(problems, []);
  });

  it('asks for the code again after a wrong one', async () => {
    await chooseInstitution('heimdall', 'heimdall_mx_retail');
    await signIn('mfa_default', 'pass_valid');
    await page.getByLabel('Código', {exact: true}).fill('999999');
    await page.getByRole('button', {name: 'Confirmar'}).click();
    await page.getByText('El código no es correcto. Escribe uno nuevo.').first().waitFor();
    assert.equal(await page.getByLabel('Código', {exact: true}).inputValue(), '');
    await page.getByLabel('Código', {exact: true}).fill('111111');
    await page.getByRole('button', {name: 'Confirmar'}).click();
    await heading('Listo, tu cuenta está conectada');
    assert.deepEqual(problems, []);
  });

  it('keeps the user name and not the password after refused credentials, and logs the exit', async () => {
    await chooseInstitution('erebor', 'erebor_mx_retail');
    await signIn('user_invalid', 'pass_invalid');
    await page.getByText('Erebor Bank no reconoció los datos').first().waitFor();
    assert.equal(await page.getByLabel('Usuario', {exact: true}).inputValue(), 'user_invalid');
    assert.equal(await page.getByLabel('Contraseña', {exact: true}).inputValue(), '');
    await page.getByRole('button', {name: 'Cerrar'}).click();
    await page.getByRole('button', {name: 'Salir', exact: true}).click();
    await page.getByRole('button', {name: 'Saltar'}).click();
    const log = page.locator('#panel');
    // On a phone the log starts folded.
    await log.getByText('belvo-exit').first().waitFor({state: 'attached'});
    const text = (await log.textContent()) ?? '';
    assert.match(text, /"step":\s*"credentials"/);
    assert.match(text, /"code":\s*"login_error"/);
    assert.doesNotMatch(text, /pass_invalid"/);
    assert.deepEqual(problems, []);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

async function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    if (said.includes('Ready in')) return;
  }
  throw new Error(`npm start ended before it was ready: ${said}`);
}
