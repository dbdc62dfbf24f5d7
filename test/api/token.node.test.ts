import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {apiUrlFor, readToken} from '../../src/api/token.js';
import {isConnectError} from '../../src/errors.js';
import type {Failure, FailureCode, MistakeCode} from '../../src/errors.js';
import type {TokenInfo} from '../../src/model.js';
import {linkId} from './support.js';

const now = Date.UTC(2026, 0, 15);
const claims = {
  token_type: 'access',
  exp: now / 1000 + 600,
  iat: now / 1000,
  scopes: ['read_institutions', 'write_links'],
  environment: 'sandbox',
  iss: 'sandbox.belvo.com',
};

function sign(payload: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({alg: 'HS512', typ: 'JWT'})}.${part(payload)}.signature`;
}

async function refusalOf(token: string): Promise<Failure> {
  try {
    await readToken(token, now);
  } catch (error) {
    if (!isConnectError(error)) throw error;
    const all = `${JSON.stringify(error.failure)} ${error.message} ${error.stack}`;
    if (token.trim().length > 5) assert.ok(!all.includes(token.trim()), 'it is quoted');
    return error.failure;
  }
  return assert.fail('the token was accepted');
}

const secretId = '3f6a5c1e-8a0b-4d3c-9a51-0c9d1f6a7b21';
const secretPassword = 'Vw#9_kqZ@tL2pR7*xYb4nM8sD1fG6hJ3cA5eK0uQ';

const link = {id: linkId, status: 'invalid', institution: 'erebor_mx_retail'};

const refused: [name: string, token: string, code: FailureCode, mistake: MistakeCode | null][] = [
  ['nothing', '', 'token_rejected', 'token_empty'],
  ['blanks', ' \n', 'token_rejected', 'token_empty'],
  ['a word', 'token', 'token_rejected', 'token_not_jwt'],
  ['two parts', 'abc.def', 'token_rejected', 'token_not_jwt'],
  ['four parts', `${sign(claims)}.d`, 'token_rejected', 'token_not_jwt'],
  ['three words', 'a.b.c', 'token_rejected', 'token_claims'],
  ['no base64', 'a.%%%.c', 'token_rejected', 'token_claims'],
  ['an array', sign([]), 'token_rejected', 'token_claims'],
  ['an array of claims', sign([claims]), 'token_rejected', 'token_claims'],
  ['a text', sign('claims'), 'token_rejected', 'token_claims'],
  ['null', sign(null), 'token_rejected', 'token_claims'],
  ['a secret id', secretId, 'token_rejected', 'token_is_secret'],
  ['a secret password', secretPassword, 'token_rejected', 'token_is_secret'],
  [
    'the refresh token',
    sign({...claims, token_type: 'refresh'}),
    'token_rejected',
    'token_is_refresh',
  ],
  ['no scopes', sign({...claims, scopes: undefined}), 'missing_scope', 'token_scopes'],
  ['scopes of a kind', sign({...claims, scopes: 5}), 'missing_scope', 'token_scopes'],
  [
    'one scope too few',
    sign({...claims, scopes: ['write_links']}),
    'missing_scope',
    'token_scopes',
  ],
  [
    'the other scope too few',
    sign({...claims, scopes: ['read_institutions']}),
    'missing_scope',
    'token_scopes',
  ],
  ['a link without read_links', sign({...claims, link}), 'missing_scope', 'token_scopes'],
  ['a link that is text', sign({...claims, link: 'x'}), 'token_rejected', 'token_claims'],
  [
    'a link without an id',
    sign({...claims, link: {institution: 'erebor_mx_retail'}}),
    'token_rejected',
    'token_claims',
  ],
  ['an end this moment', sign({...claims, exp: now / 1000}), 'token_expired', null],
  ['an end long ago', sign({...claims, exp: 0}), 'token_expired', null],
  ['an end written as text', sign({...claims, exp: `${now / 1000}`}), 'token_expired', null],
];

describe('an access token', () => {
  for (const [name, token, code, mistake] of refused) {
    it(`that is ${name} is ${code}`, async () => {
      const failure = await refusalOf(token);
      assert.deepEqual([failure.code, failure.mistake], [code, mistake]);
    });
  }

  it('is refused when it is no text at all', async () => {
    const value: unknown = JSON.parse('{"token":5}');
    await assert.rejects(readToken(Object(value).token, now), {code: 'token_rejected'});
  });

  it('is read', async () => {
    assert.deepEqual(await readToken(` ${sign(claims)}\n`, now), {
      scopes: ['read_institutions', 'write_links'],
      expires: claims.exp,
      environment: 'sandbox',
      link: null,
      branding: {},
      colorScheme: null,
    } satisfies TokenInfo);
  });

  it('may list its scopes in one text', async () => {
    const token = sign({...claims, scopes: 'read_institutions, write_links,read_links'});
    assert.deepEqual((await readToken(token, now)).scopes, [
      'read_institutions',
      'write_links',
      'read_links',
    ]);
  });

  it('may keep its end and type to itself', async () => {
    const token = sign({...claims, exp: 'soon', token_type: undefined});
    assert.equal((await readToken(token, now)).expires, null);
  });

  it('may name its environment by the issuer', async () => {
    const token = sign({...claims, environment: undefined});
    assert.equal((await readToken(token, now)).environment, 'sandbox.belvo.com');
  });

  it('tells which link to repair', async () => {
    const repaired = {...link, status: 'token_required'};
    const token = sign({...claims, link: repaired, scopes: ['write_links', 'read_links']});
    assert.deepEqual((await readToken(token, now)).link, repaired);
  });

  it('carries branding and colour scheme', async () => {
    const widget = {
      branding: {
        company_name: '  Crédito Ágil 👍 ',
        company_icon: 'https://acme.example/icon.svg',
        company_logo: 'http://localhost:5173/logo.svg',
        company_benefit_header: 'Faster',
        company_benefit_content: 'Much faster',
        opportunity_loss: 'Pity',
        company_terms_url: 'https://acme.example/terms',
        overlay_background_color: '#112233',
        social_proof: false,
      },
      color_scheme: 'DARK',
    };
    const {branding, colorScheme} = await readToken(sign({...claims, widget}), now);
    assert.deepEqual(branding, {
      companyName: 'Crédito Ágil 👍',
      companyIcon: 'https://acme.example/icon.svg',
      companyLogo: 'http://localhost:5173/logo.svg',
      benefitHeader: 'Faster',
      benefitContent: 'Much faster',
      opportunityLoss: 'Pity',
      termsUrl: 'https://acme.example/terms',
      overlayColor: '#112233',
      socialProof: false,
    });
    assert.equal(colorScheme, 'dark');
  });

  it('leaves out looks that are not safe', async () => {
    const widget = {
      branding: {
        company_name: 5,
        company_icon: 'javascript:alert(1)',
        company_logo: 'data:text/html,hi',
        company_terms_url: 'http://acme.example',
        company_benefit_header: 'a'.repeat(301),
        overlay_background_color: 'red;}',
        social_proof: 'no',
      },
      color_scheme: 'dark',
    };
    const {branding, colorScheme} = await readToken(sign({...claims, widget}), now);
    assert.deepEqual(branding, {benefitHeader: 'a'.repeat(300)});
    assert.equal(colorScheme, null);
  });
});

describe('the API base of a token', () => {
  for (const [environment, expected] of [
    ['sandbox', 'https://sandbox.belvo.com'],
    ['sandbox.belvo.com', 'https://sandbox.belvo.com'],
    ['production', 'https://api.belvo.com'],
    ['api.belvo.com', 'https://api.belvo.com'],
    ['development', 'https://development.belvo.com'],
    ['development.belvo.com', 'https://development.belvo.com'],
    ['belvo.com', null],
    ['elsewhere.example', null],
    ['sandbox.belvo.com.elsewhere.example', null],
    ['constructor', null],
    ['', null],
    [null, null],
  ] as const) {
    it(`for ${JSON.stringify(environment)} is ${expected}`, () => {
      assert.equal(apiUrlFor(environment), expected);
    });
  }
});
