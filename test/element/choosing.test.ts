import {assert} from '@open-wc/testing';
import {mountConnect} from '../support/mount.js';
import type {Page} from '../support/page.js';

const missing = 'Mi institución no aparece Avísanos para poder agregarla';
const thanks = 'Mi institución no aparece Gracias, tomamos nota';

/** The list comes in two parts; this waits for the second. */
async function waitForAll(page: Page, name = 'ofxp_br_retail'): Promise<void> {
  await page.until(() => page.names().includes(name), `"${name}" is not in the list.`);
}

describe('<belvo-connect> searching the list', () => {
  it('finds a name whatever its case and accents', async () => {
    const {page} = await mountConnect({at: 'institutions'});
    await waitForAll(page);
    for (const words of ['itau', 'ITAÚ', '  itaú ']) {
      await page.search(words);
      assert.includeMembers(page.names(), ['ofitau_br_retail', 'itau_br_retail'], words);
      assert.lengthOf(page.names(), 4, words);
    }
    await page.search('mexico bbva');
    assert.sameMembers(page.names(), ['bbva_mx_retail', 'bbva_mx_business']);
  });

  it('says how many it found', async () => {
    const {page} = await mountConnect({attributes: {'country-codes': 'MX'}, at: 'institutions'});
    await waitForAll(page, 'erebor_mx_retail');
    await page.search('erebor');
    await page.until(() => page.status() === '1 institución', 'The count is not said.');
    await page.search('bbva');
    await page.until(() => page.status() === '2 instituciones', 'The count is not said.');
  });

  it('says what it did not find and clears the search', async () => {
    const {page} = await mountConnect({at: 'institutions'});
    await waitForAll(page);
    const all = page.names().length;
    await page.search('zzzz');
    assert.isEmpty(page.names());
    assert.include(page.text(), 'No encontramos «zzzz»');
    await page.until(() => page.status() === '0 instituciones', 'The count is not said.');
    await page.pressPart('secondary-button');
    assert.lengthOf(page.names(), all);
    assert.strictEqual((await page.input('Buscar institución')).value, '');
  });

  it('empties the search with its own button and goes on from there', async () => {
    const {page} = await mountConnect({at: 'institutions'});
    await page.search('erebor');
    await page.press('Borrar la búsqueda');
    assert.strictEqual((await page.input('Buscar institución')).value, '');
    assert.strictEqual(page.focused(), 'Buscar institución');
  });

  it('is as it was when the person comes back', async () => {
    const {page} = await mountConnect({attributes: {'country-codes': 'MX'}, at: 'institutions'});
    await page.search('erebor');
    await page.pick('Erebor Bank');
    await page.waitForStep('credentials');
    await page.press('Volver');
    await page.waitForStep('institutions');
    assert.strictEqual((await page.input('Buscar institución')).value, 'erebor');
    assert.deepEqual(page.names(), ['erebor_mx_retail']);
  });
});

describe('<belvo-connect> narrowing the list', () => {
  it('shows one kind at a time', async () => {
    const {page} = await mountConnect({at: 'institutions'});
    await waitForAll(page);
    await page.press('Fiscal');
    assert.sameMembers(page.names(), ['sat_mx_fiscal', 'tatooine_mx_fiscal']);
    await page.press('Todas');
    assert.isAbove(page.names().length, 100);
  });

  it('shows one country at a time, and says which filter is on', async () => {
    const {page} = await mountConnect({at: 'institutions'});
    await waitForAll(page);
    await page.press('Colombia');
    assert.strictEqual(
      page.names().every((name) => name.includes('_co_')),
      true,
    );
    assert.notInclude(page.rows().join(), 'Colombia ·');
    const pressed = [...page.root.querySelectorAll('[aria-pressed="true"]')];
    assert.deepEqual(
      pressed.map(({textContent}) => textContent?.trim()),
      ['Todas', 'Colombia'],
    );
    await page.press('Todos los países');
    assert.strictEqual(
      page.names().some((name) => name.includes('_mx_')),
      true,
    );
  });

  it('says when the filters together leave nothing, and lifts them', async () => {
    const {page} = await mountConnect({at: 'institutions'});
    await waitForAll(page);
    await page.press('Fiscal');
    await page.press('Brasil');
    assert.isEmpty(page.names());
    assert.include(page.text(), 'No hay instituciones con estos filtros');
    await page.pressPart('secondary-button');
    assert.isAbove(page.names().length, 100);
  });

  it('shows each institution once, employment left out, in alphabetical order', async () => {
    const {page} = await mountConnect({at: 'institutions'});
    await waitForAll(page);
    const names = page.names();
    assert.strictEqual(new Set(names).size, names.length);
    assert.strictEqual(
      names.some((name) => name.endsWith('_employment')),
      false,
    );
    const shown = [...page.root.querySelectorAll('[data-name] bdi')].map(
      ({textContent}) => textContent ?? '',
    );
    const sorted = shown.sort(
      new Intl.Collator('es', {sensitivity: 'base', numeric: true}).compare,
    );
    assert.deepEqual(shown, sorted);
  });
});

describe('<belvo-connect> with a choice narrowed by the page', () => {
  it('shows only the kinds in institution-types', async () => {
    const attributes = {'institution-types': 'fiscal gig'};
    const {page} = await mountConnect({attributes, at: 'institutions'});
    await waitForAll(page, 'sat_mx_fiscal');
    assert.strictEqual(
      page.names().every((name) => /_(fiscal|gig)$/.test(name)),
      true,
    );
    await page.until(() => page.buttons().includes('Plataformas'), 'There are no kinds.');
    assert.includeMembers(page.buttons(), ['Fiscal', 'Plataformas']);
    assert.notInclude(page.buttons(), 'Personas');
  });

  it('shows only the countries in country-codes', async () => {
    const attributes = {'country-codes': 'co'};
    const {page} = await mountConnect({attributes, at: 'institutions'});
    await waitForAll(page, 'erebor_co_retail');
    assert.strictEqual(
      page.names().every((name) => name.includes('_co_')),
      true,
    );
    assert.notInclude(page.buttons(), 'Colombia');
  });

  it('shows only the names in institutions', async () => {
    const attributes = {institutions: 'erebor_mx_retail, gringotts_co_retail'};
    const {page} = await mountConnect({attributes, at: 'institutions'});
    await waitForAll(page, 'gringotts_co_retail');
    assert.sameMembers(page.names(), ['erebor_mx_retail', 'gringotts_co_retail']);
  });

  it('shows only institutions that offer all of resources', async () => {
    const attributes = {resources: 'invoices,owners'};
    const {page} = await mountConnect({attributes});
    await page.waitForStep('intro');
    await page.press('Continuar');
    // The only one: its form comes at once.
    await page.waitForStep('credentials');
    assert.strictEqual(page.heading(), 'Entra con tus datos de OF Mock Bank by Raidiam');
  });

  it('shows only institutions of open finance when asked to', async () => {
    const attributes = {'integration-type': 'openfinance'};
    const {page} = await mountConnect({attributes, at: 'institutions'});
    await waitForAll(page, 'ofnubank_br_retail');
    assert.strictEqual(
      page.names().every((name) => name.startsWith('of')),
      true,
    );
  });

  it('skips the list when there is only one', async () => {
    const attributes = {institutions: 'erebor_mx_retail'};
    const {page, events} = await mountConnect({attributes});
    await page.waitForStep('intro');
    await page.press('Continuar');
    await page.waitForStep('credentials');
    assert.notInclude(page.actions(), 'Elegir otra institución');
    await page.press('Volver');
    await page.waitForStep('intro');
    await page.press('Continuar');
    await page.waitForStep('credentials');
    await page.signIn('bnk100', 'full');
    await page.waitForStep('success');
    assert.strictEqual(events.successes[0]?.institution, 'erebor_mx_retail');
  });

  it('starts on the form of institution, without a way back to a list', async () => {
    const attributes = {institution: 'gringotts_co_retail'};
    const {page, events} = await mountConnect({attributes});
    await page.waitForStep('credentials');
    assert.strictEqual(page.heading(), 'Entra con tus datos de Gringotts Bank');
    assert.deepEqual(events.pages, ['/credentials']);
    assert.notInclude(page.buttons(), 'Volver');
    assert.deepEqual(page.actions(), ['Conectar']);
  });
});

describe('<belvo-connect> listing what cannot be chosen', () => {
  it('warns of an institution that is down and leads to another', async () => {
    const {page, events} = await mountConnect({at: 'institutions'});
    await waitForAll(page, 'banregio_mx_retail');
    assert.include(
      page.rows().find((row) => row.startsWith('Banregio')),
      'No disponible',
    );
    await page.pick('Banregio');
    await page.waitForStep('failure');
    assert.strictEqual(page.heading(), 'Banregio no responde en este momento');
    const [warning] = events.named('WARNING');
    assert.include(warning?.meta_data, {
      warning_code: 'institution_disabled',
      institution_name: 'banregio_mx_retail',
    });
    assert.match(String(warning?.meta_data['timestamp']), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    await page.press('Elegir otra institución');
    await page.waitForStep('institutions');
  });

  it('takes note of a missing institution once, and tells nobody what was searched for', async () => {
    const {page, events} = await mountConnect({at: 'institutions'});
    await page.search('Banco de mi pueblo');
    await page.press(missing);
    await page.press(thanks);
    const told = events.named('INSTITUTION_MISSING');
    assert.deepEqual(
      told.map(({meta_data}) => meta_data),
      [{query_length: 18}],
    );
    assert.notInclude(events.toString(), 'pueblo');
  });
});
