import {assert} from '@open-wc/testing';
import {mountConnect, sandboxForTest} from '../support/mount.js';

/** A picture that loads, from an address of the kind that a company gives. */
const picture = (url: string) => `${url}/logos/erebor_mx_retail.svg`;

describe("<belvo-connect> in a company's colours", () => {
  it('shows the logo of the company before leaving and at the end', async () => {
    const sandbox = await sandboxForTest();
    const attributes = {'company-name': 'ACME', 'company-logo': picture(sandbox.url)};
    const {page} = await mountConnect({sandbox, attributes, at: 'credentials'});
    const logo = () => page.root.querySelector('img[alt="ACME"]');
    assert.isNull(logo());
    await page.press('Cerrar');
    await page.waitForStep('leave');
    assert.strictEqual(logo()?.getAttribute('src'), picture(sandbox.url));
    await page.press('Seguir conectando');
    await page.signIn('bnk100', 'full');
    await page.waitForStep('success');
    assert.strictEqual(logo()?.getAttribute('src'), picture(sandbox.url));
  });

  it('shows the icon of the company also where it gives no name', async () => {
    const sandbox = await sandboxForTest();
    const attributes = {'company-icon': picture(sandbox.url)};
    const {page} = await mountConnect({sandbox, attributes, at: 'intro'});
    assert.strictEqual(page.root.querySelector('img')?.getAttribute('src'), picture(sandbox.url));
    assert.strictEqual(page.heading(), 'Conecta tu cuenta con Belvo');
  });

  it('takes what the token carries before what the attributes say', async () => {
    const sandbox = await sandboxForTest();
    const branding = {company_name: 'Token', company_benefit_header: 'Paga menos'};
    const token = await sandbox.token({
      scopes: 'read_institutions,write_links',
      widget: {branding},
    });
    const {page} = await mountConnect({
      sandbox,
      attributes: {'company-name': 'ACME'},
      properties: {token},
      at: 'intro',
    });
    await page.until(() => page.heading().startsWith('Token usa Belvo'), 'The name is not there.');
    assert.include(page.text(), 'Paga menos');
  });
});
