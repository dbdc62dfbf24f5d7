import {assert} from '@open-wc/testing';
import {z} from 'zod';
import type {BelvoConnect} from '../../src/index.js';
import {consoleLog, mountConnect, sandboxForTest} from '../support/mount.js';
import {linksIn} from '../support/mount-sandbox.js';

const freshSchema = z.object({access: z.string()});

type Provider = NonNullable<BelvoConnect['tokenProvider']>;

/** A page that makes tokens, and why it was asked for each. */
async function pageWithTokens() {
  const sandbox = await sandboxForTest();
  const asked: string[] = [];
  const tokenProvider: Provider = (why) => {
    asked.push(why);
    return sandbox.token();
  };
  return {sandbox, asked, properties: {tokenProvider}};
}

describe('<belvo-connect> getting its token from the page', () => {
  it('asks for it when it opens, once', async () => {
    const {asked, ...options} = await pageWithTokens();
    await mountConnect({...options, at: 'success'});
    assert.deepEqual(asked, ['open']);
  });

  it('asks for nothing before a modal is opened', async () => {
    const {asked, ...options} = await pageWithTokens();
    const {element} = await mountConnect({...options, attributes: {presentation: 'modal'}});
    await element.updateComplete;
    assert.isEmpty(asked);
  });

  it('asks again when the token expires on the way, and the person types nothing twice', async () => {
    const {asked, ...options} = await pageWithTokens();
    const {page, sandbox, events} = await mountConnect({...options, at: 'credentials'});
    await page.fill('Usuario', 'bnk100');
    await page.fill('Contraseña', 'full');
    await sandbox.control('clock', {advance: 700});
    await page.press('Conectar');
    await page.waitForStep('success');
    assert.deepEqual(asked, ['open', 'expired']);
    assert.isEmpty(events.named('ERROR'));
    assert.lengthOf(await linksIn(sandbox), 1);
  });

  it('asks again while the second factor is answered, and the code still counts', async () => {
    const sandbox = await sandboxForTest();
    const {access, refresh} = await sandbox.tokens();
    const asked: string[] = [];
    const tokenProvider: Provider = async (why) => {
      asked.push(why);
      if (why === 'open') return access;
      const {body} = await sandbox.api('POST', '/api/token/refresh/', {refresh});
      return freshSchema.parse(body).access;
    };
    const {page} = await mountConnect({sandbox, properties: {tokenProvider}, at: 'mfa'});
    await sandbox.control('faults', [
      {
        method: 'PATCH',
        path: '/api/links/',
        status: 401,
        body: [{code: 'token_not_valid', message: 'Token is invalid or expired'}],
        times: 1,
      },
    ]);
    await page.fill('Código', '111111');
    await page.press('Confirmar');
    await page.waitForStep('success');
    assert.deepEqual(asked, ['open', 'expired']);
  });

  it('says calmly when the page cannot give one, and tries again when asked to', async () => {
    const sandbox = await sandboxForTest();
    let works = false;
    const {page} = await mountConnect({
      sandbox,
      properties: {
        tokenProvider: async () => {
          if (works) return sandbox.token();
          throw new Error('secret of the page');
        },
      },
    });
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'No pudimos abrir la conexión');
    const line = await consoleLog.line();
    assert.match(line, /`tokenProvider` rejected/);
    assert.notInclude(line, 'secret of the page');
    works = true;
    await page.press('Intentar de nuevo');
    await page.waitForStep('intro');
  });

  it('says what it expects of token-url', async () => {
    const {page} = await mountConnect({attributes: {'token-url': '/no/such/endpoint'}});
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'No pudimos abrir la conexión');
    const line = await consoleLog.line();
    assert.match(line, /`token-url` answered with an error.*\{"access": "…"\}.*status 404/);
  });
});
