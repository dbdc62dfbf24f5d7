import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {apiUrlFor, readToken} from '../../src/api/token.js';
import {isConnectError} from '../../src/errors.js';
import type {Failure, FailureCode} from '../../src/errors.js';
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

function refusalOf(token: string): Failure {
  try {
    readToken(token, now);
  } catch (error) {
    if (isConnectError(error)) return error.failure;
    throw error;
  }
  return assert.fail('the token was accepted');
}

const secretId = '3f6a5c1e-8a0b-4d3c-9a51-0c9d1f6a7b21';
const secretPassword = 'Vw#9_kqZ@tL2pR7*xYb4nM8sD1fG6hJ3cA5eK0uQ';

const refused: [name: string, token: string, code: FailureCode, says: RegExp][] = [
  ['nothing', '', 'token_rejected', /empty/],
  ['blanks', ' \n', 'token_rejected', /empty/],
  ['a word', 'token', 'token_rejected', /JWT of 3 parts.*has 1\.$/],
  ['two parts', 'abc.def', 'token_rejected', /has 2\.$/],
  ['four parts', 'a.b.c.d', 'token_rejected', /has 4\.$/],
  ['three words', 'a.b.c', 'token_rejected', /no JSON object/],
  ['no base64', 'a.%%%.c', 'token_rejected', /no JSON object/],
  ['an array', sign([]), 'token_rejected', /no JSON object/],
  ['null', sign(null), 'token_rejected', /no JSON object/],
  ['a secret id', secretId, 'token_rejected', /secret/],
  ['a secret password', secretPassword, 'token_rejected', /secret/],
  [
    'the refresh token',
    sign({...claims, token_type: 'refresh'}),
    'token_rejected',
    /pass `access`/,
  ],
  ['no scopes', sign({...claims, scopes: undefined}), 'missing_scope', /write_links and read_inst/],
  ['scopes of a kind', sign({...claims, scopes: 5}), 'missing_scope', /lacks/],
  [
    'one scope too few',
    sign({...claims, scopes: ['write_links']}),
    'missing_scope',
    /scope read_institutions\.$/,
  ],
  [
    'a link without read_links',
    sign({...claims, link: {id: linkId, status: 'invalid', institution: 'erebor_mx_retail'}}),
    'missing_scope',
    /scope read_links\.$/,
  ],
  ['a link that is text', sign({...claims, link: 'x'}), 'token_rejected', /`link` claim/],
  [
    'a link without an id',
    sign({...claims, link: {institution: 'erebor_mx_retail'}}),
    'token_rejected',
    /`link` claim/,
  ],
  ['an end this moment', sign({...claims, exp: now / 1000}), 'token_expired', /expired/],
  ['an end long ago', sign({...claims, exp: 0}), 'token_expired', /expired/],
];

describe('an access token', () => {
  for (const [name, token, code, says] of refused) {
    it(`that is ${name} is ${code}`, () => {
      const failure = refusalOf(token);
      assert.equal(failure.code, code);
      assert.match(failure.message, says);
      if (token.trim().length > 5) assert.ok(!failure.message.includes(token.trim()));
    });
  }

  it('is refused when it is no text at all', () => {
    const value: unknown = JSON.parse('{"token":5}');
    assert.throws(() => readToken(Object(value).token, now), {code: 'token_rejected'});
  });

  it('is read', () => {
    assert.deepEqual(readToken(` ${sign(claims)}\n`, now), {
      scopes: ['read_institutions', 'write_links'],
      expires: claims.exp,
      environment: 'sandbox',
      link: null,
      branding: {},
      theme: [],
      colorScheme: null,
    } satisfies TokenInfo);
  });

  it('may list its scopes in one text', () => {
    const token = sign({...claims, scopes: 'read_institutions, write_links,read_links'});
    assert.deepEqual(readToken(token, now).scopes, [
      'read_institutions',
      'write_links',
      'read_links',
    ]);
  });

  it('may keep its end and type to itself', () => {
    const token = sign({...claims, exp: 'soon', token_type: undefined});
    assert.equal(readToken(token, now).expires, null);
  });

  it('may name its environment by the issuer', () => {
    const token = sign({...claims, environment: undefined});
    assert.equal(readToken(token, now).environment, 'sandbox.belvo.com');
  });

  it('tells which link to repair', () => {
    const link = {id: linkId, status: 'token_required', institution: 'erebor_mx_retail'};
    const token = sign({...claims, link, scopes: ['write_links', 'read_links']});
    assert.deepEqual(readToken(token, now).link, link);
  });

  it('carries branding, theme and colour scheme', () => {
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
      theme: [
        {css_key: '--color-primary-base', value: '#0a58ca'},
        {css_key: 'tab-text-color-dark', value: 'rgba(1, 2, 3, .5)'},
      ],
      color_scheme: 'DARK',
    };
    const {branding, theme, colorScheme} = readToken(sign({...claims, widget}), now);
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
    assert.deepEqual(theme, [
      {key: 'color-primary-base', value: '#0a58ca'},
      {key: 'tab-text-color-dark', value: 'rgba(1, 2, 3, .5)'},
    ]);
    assert.equal(colorScheme, 'dark');
  });

  it('leaves out looks that are not safe', () => {
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
      theme: [
        null,
        {css_key: 'a', value: 'url(https://elsewhere.example)'},
        {css_key: 'a', value: 'red;}*{x:y'},
        {css_key: 'a{', value: 'red'},
        {css_key: 5, value: 'red'},
        {css_key: 'a', value: 5},
      ],
      color_scheme: 'dark',
    };
    const {branding, theme, colorScheme} = readToken(sign({...claims, widget}), now);
    assert.deepEqual(branding, {benefitHeader: 'a'.repeat(300)});
    assert.deepEqual(theme, []);
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
