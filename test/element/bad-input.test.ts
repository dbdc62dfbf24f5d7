import {assert} from '@open-wc/testing';
import {consoleLog, mountConnect, sandboxForTest, type MountOptions} from '../support/mount.js';
import {watchServices} from '../support/mount-services.js';

const title = 'No pudimos abrir la conexión';

/** The person reads one calm sentence, the developer one precise line; nobody reads the token. */
async function expectCalm(options: MountOptions, line: RegExp, heading = title) {
  const mounted = await mountConnect(options);
  const {page, element, events} = mounted;
  // What happens to the list is shown when the person comes to it.
  if (line.source.startsWith('network') || line.source.startsWith('blocked')) {
    await page.waitForStep('intro');
    await page.press('Continuar');
  }
  await page.waitForStep('failure');
  assert.strictEqual(page.heading(), heading);
  assert.isNotEmpty(page.actions());
  const said = await consoleLog.line();
  assert.match(said, line);
  const token = element.token;
  if (token?.trim()) {
    assert.notInclude(said, token);
    assert.notInclude(events.toString(), token);
    assert.notInclude(page.root.innerHTML, token);
  }
  return mounted;
}

describe('<belvo-connect> with a token that cannot be used', () => {
  const tokens: readonly (readonly [string, string, RegExp])[] = [
    ['is no JWT', 'abc', /no JWT, which has three parts/],
    ['has too many parts', 'a.b.c.d', /no JWT, which has three parts/],
    ['cannot be read', 'aaaa.bbbb.cccc', /claims of the access token cannot be read/],
    [
      'is a secret id',
      '3f0c1b2e-5a4d-4c3b-8e2f-1a2b3c4d5e6f',
      /looks like a secret id or password/,
    ],
    ['is a secret password', 'kYz#0123456789abcdefghijABCDEFGHIJ@*', /looks like a secret id/],
    ['is blank', '   ', /access token is empty/],
  ];
  for (const [what, token, line] of tokens) {
    it(`says that the token ${what}`, async () => {
      const {page, events} = await expectCalm({properties: {token}}, line);
      assert.include(page.text(), 'No es un problema tuyo');
      assert.lengthOf(events.named('ERROR'), 1);
    });
  }

  it('says that the refresh token was passed', async () => {
    const sandbox = await sandboxForTest();
    const {refresh} = await sandbox.tokens();
    await expectCalm({sandbox, properties: {token: refresh}}, /`refresh` token of the pair/);
  });

  it('says which scopes are missing', async () => {
    const sandbox = await sandboxForTest();
    const token = await sandbox.token({scopes: 'read_institutions'});
    const line = /^<belvo-connect> missing_scope: .*read_institutions and write_links/;
    await expectCalm({sandbox, properties: {token}}, line);
  });

  it('says that the token has expired before anything was sent', async () => {
    const {services, sent} = watchServices(Date.now() + 3_600_000);
    const line = /token_expired: .*tokenProvider/;
    await expectCalm({properties: {services}}, line, 'La sesión terminó');
    assert.isEmpty(sent);
  });

  it('says that the API no longer takes the token, and leaves', async () => {
    const {page, sandbox, events} = await mountConnect({at: 'credentials'});
    await sandbox.control('clock', {advance: 700});
    await page.signIn('bnk100', 'full');
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'La sesión terminó');
    assert.match(await consoleLog.line(), /token_expired/);
    await page.press('Salir');
    await page.press('Saltar');
    assert.strictEqual(events.exits[0]?.last_encountered_error?.code, 'token_not_valid');
  });

  it('says that there is none when it is opened without', async () => {
    const {page, element} = await mountConnect({
      attributes: {presentation: 'modal'},
      properties: {token: undefined},
    });
    void element.open();
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), title);
    assert.match(await consoleLog.line(), /There is no access token/);
  });

  it('waits quietly inline until there is one', async () => {
    const {page, element, sandbox} = await mountConnect({properties: {token: undefined}});
    assert.strictEqual(element.step, 'idle');
    element.token = await sandbox.token();
    await page.waitForStep('intro');
  });

  it('says that open() was called outside of the document', async () => {
    const {element} = await mountConnect({attributes: {presentation: 'modal'}});
    element.remove();
    const failed: unknown = await element.open().then(
      () => null,
      (error: unknown) => error,
    );
    assert.instanceOf(failed, Error);
    assert.match(await consoleLog.line(), /before the element was added to the document/);
  });
});

describe('<belvo-connect> with an API that cannot be used', () => {
  it('says that the origin of the page is not allowed', async () => {
    const sandboxOptions = {allowedOrigins: ['https://app.example.com']};
    await expectCalm({sandboxOptions}, /blocked: .*allowed URLs of your Belvo account/);
  });

  it('says that nothing answers there', async () => {
    const sandbox = await sandboxForTest();
    const token = await sandbox.token();
    await sandbox.stop();
    const line = /network: The API could not be reached: is `api-url` right\?/;
    const {page} = await expectCalm({sandbox, properties: {token}}, line, 'No pudimos conectarnos');
    assert.sameMembers(page.actions(), ['Intentar de nuevo', 'Salir']);
  });

  it('goes on where it was once the API answers again', async () => {
    // The pauses between the attempts, of up to a second, are not waited out.
    const {services} = watchServices(Date.now(), (ms) => ms <= 1000);
    const sandbox = await sandboxForTest();
    await sandbox.control('faults', [{path: '/api/institutions/', status: 503}]);
    const {page} = await mountConnect({sandbox, properties: {services}});
    await page.waitForStep('intro');
    await page.press('Continuar');
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'El servicio tuvo un problema');
    await sandbox.control('faults', []);
    await page.press('Intentar de nuevo');
    await page.pick('Erebor Bank', 'México');
    await page.waitForStep('credentials');
  });
});

describe('<belvo-connect> with settings that leave nothing to choose', () => {
  it('says that no institution matches', async () => {
    const {page} = await mountConnect({attributes: {institutions: 'no_such_bank'}});
    await page.waitForStep('intro');
    await page.press('Continuar');
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), title);
    assert.deepEqual(page.actions(), ['Salir']);
    assert.match(await consoleLog.line(), /no_institutions: No institution matches `institutions`/);
  });

  it('says that the one institution is not known', async () => {
    const line = /API knows no institution of the name in `institution`/;
    await expectCalm({attributes: {institution: 'no_such_bank'}}, line);
  });
});

describe('<belvo-connect> with an attribute that cannot be used', () => {
  const wrong: readonly (readonly [string, string, string])[] = [
    ['api-url', 'bank.example', 'an absolute https: URL'],
    ['locale', 'klingon', 'es, pt, en or auto'],
    ['country-codes', 'MX,XX', 'MX, CO, BR'],
    ['access-mode', 'always', 'recurrent or single'],
    ['institution', 'Erebor Bank!', 'an institution name such as erebor_mx_retail'],
    ['institutions', '§§', 'institution names'],
    ['institution-types', 'banks', 'retail, business, fiscal, employment, gig'],
    ['resources', 'accounts;owners', 'API resource names such as ACCOUNTS'],
    ['integration-type', 'openbanking', 'openfinance'],
    ['external-id', 'ñ', 'three or more letters, digits'],
    ['presentation', 'popup', 'inline or modal'],
    ['color-scheme', 'blue', 'auto, light or dark'],
    ['company-icon', 'javascript:alert(1)', 'an absolute https: URL'],
    ['company-logo', '/logo.svg', 'an absolute https: URL'],
    ['company-terms-url', 'ftp://x', 'an absolute https: URL'],
    ['overlay-background-color', 'red', '#RRGGBB'],
    ['token', 'eyJhbGciOi.secret.value', 'set the `token` property'],
  ];
  for (const [attribute, value, accepted] of wrong) {
    it(`names ${attribute} once, says what it accepts, and does not repeat it`, async () => {
      const {element} = await mountConnect({
        attributes: {[attribute]: value},
        properties: {token: undefined},
      });
      const line = await consoleLog.line();
      assert.include(line, ` ${attribute} `);
      assert.include(line, accepted);
      assert.notInclude(line, value);
      element.companyName = 'ACME';
      await element.updateComplete;
      assert.isEmpty(consoleLog.take());
    });
  }

  it('goes on with the default', async () => {
    const attributes = {locale: 'klingon', 'access-mode': 'always', 'country-codes': 'XX'};
    const {page} = await mountConnect({attributes, at: 'success'});
    assert.strictEqual(page.heading(), 'Listo, tu cuenta está conectada');
    assert.lengthOf(consoleLog.take(), 3);
  });
});
