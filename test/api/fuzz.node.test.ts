import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {decodeFields, decodeNamed} from '../../src/api/decode-form.js';
import {decodeOutcome} from '../../src/api/decode-link.js';
import {decodeInstitution, decodePage} from '../../src/api/decode.js';
import {failAnswer} from '../../src/api/failure.js';
import {readRetryAfter} from '../../src/api/retry.js';
import {apiUrlFor, readToken} from '../../src/api/token.js';
import {colorOf, urlOf} from '../../src/api/values.js';
import {isConnectError} from '../../src/errors.js';

/** More for a longer search: `FUZZ_RUNS=10000`. */
const runs = {numRuns: Number(process.env['FUZZ_RUNS'] ?? 500)};
const now = Date.UTC(2026, 0, 15);

const keys = [
  'results next id name type status display_name country_codes logo icon_logo form_fields values',
  'pre_selected validation length label code message messages detail field request_id session link',
  'expiry value token_generation_data instructions expects_user_input scopes exp widget branding',
  'theme css_key company_icon token_type __proto__ constructor toString toJSON then',
].flatMap((line) => line.split(' '));

const leaf = fc.oneof(
  fc.string({unit: 'binary'}),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, 'select', 'qr', 'numeric', 'access', '(', '#056dae', 'https://a.example/'),
  fc.constantFrom('erebor_mx_retail', '30cb4806-6e00-48a4-91c9-ca55968576c8', 'token_required'),
  fc.constantFrom('read_institutions,write_links,read_links', 'login_error', '9600', 'MX'),
);

/** JSON made of the API's own member names in the wrong places. */
const {wire} = fc.letrec((tie) => ({
  wire: fc.oneof(
    {depthSize: 'medium', withCrossShrink: true},
    leaf,
    fc.array(tie('wire'), {maxLength: 4}),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie('wire')), {maxLength: 12})
      .map((entries): unknown =>
        JSON.parse(`{${entries.map((entry) => entry.map(text).join(':')).join()}}`),
      ),
  ),
}));

function text(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** Nothing but a `ConnectError` may come out of a decoder instead of a value. */
function refused(error: unknown): null {
  if (isConnectError(error)) return null;
  throw error;
}

function attempt<T>(decode: () => T): T | null {
  try {
    return decode();
  } catch (error) {
    return refused(error);
  }
}

const status = fc.integer({min: 200, max: 599});

describe('whatever the API sends', () => {
  it('a page decodes or is refused', () => {
    const property = fc.property(wire, fc.array(wire), (body, results) => {
      decodePage(body);
      attempt(() => decodeNamed({status: 200, body}, 'erebor_mx_retail'));
      const page = decodePage({results});
      for (const each of page?.institutions ?? []) {
        assert.ok(Number.isSafeInteger(each.id) && each.name && each.displayName);
        assert.ok(each.logo === null || /^https?:/.test(each.logo));
      }
    });
    fc.assert(property, runs);
  });

  it('fields are usable', () => {
    const property = fc.property(fc.array(wire, {maxLength: 60}), (fields) => {
      const decoded = decodeFields(fields);
      assert.equal(new Set(decoded.map(({name}) => name)).size, decoded.length);
      for (const {name, type, options, preselected, validation} of decoded) {
        assert.ok(!(name in {}));
        assert.ok(type !== 'select' || options[preselected] !== undefined);
        assert.ok(validation === null || new RegExp(validation, 'u'));
      }
    });
    fc.assert(property, runs);
  });

  it('an outcome is a link, a challenge or refused', () => {
    const property = fc.property(status, wire, (code, body) => {
      const outcome = attempt(() => decodeOutcome({status: code, body}, now));
      if (outcome?.type === 'linked') assert.match(outcome.link.id, /^[\da-f-]{36}$/i);
      if (outcome?.type === 'challenged' && outcome.challenge.kind === 'qr') {
        assert.match(outcome.challenge.value ?? '', /^data:image\//);
      }
    });
    fc.assert(property, runs);
  });

  it('a challenge is usable', () => {
    const property = fc.property(wire, wire, fc.string(), (data, expiry, value) => {
      const known = {session: 'abc', link: '30cb4806-6e00-48a4-91c9-ca55968576c8', expiry};
      for (const each of [data, {type: 'qr', value}, {type: 'numeric', value}]) {
        const body = {...known, token_generation_data: each};
        const outcome = decodeOutcome({status: 428, body}, now);
        assert.ok(outcome.type === 'challenged');
        const {expiresAt} = outcome.challenge;
        assert.ok(expiresAt === null || expiresAt >= now);
      }
    });
    fc.assert(property, runs);
  });

  it('an error has a code and keeps nothing that was said', () => {
    const property = fc.property(status, wire, (code, body) => {
      const {failure, message} = failAnswer(code, body);
      assert.match(failure.apiCode ?? 'a', /^[a-z_]{1,40}$/);
      assert.match(failure.requestId ?? '0'.repeat(32), /^[\da-f]{32}$/);
      assert.match(failure.field ?? 'a', /^[a-z]\w{0,39}$/i);
      assert.equal(message, failure.code);
    });
    fc.assert(property, runs);
  });

  it('a token is read or refused', async () => {
    const property = fc.asyncProperty(wire, fc.string(), async (payload, noise) => {
      const part = Buffer.from(text(payload)).toString('base64url');
      for (const token of [noise, `a.${noise}.c`, `a.${part}.c`]) {
        const info = await readToken(token, now).catch(refused);
        assert.ok(info === null || info.expires === null || info.expires * 1000 > now);
      }
      const url = apiUrlFor(noise);
      assert.ok(url === null || url.endsWith('.belvo.com'));
    });
    await fc.assert(property, runs);
  });

  it('small values are what they should be', () => {
    const property = fc.property(wire, fc.string(), (value, noise) => {
      decodeInstitution(value);
      const color = colorOf(value) ?? colorOf(noise) ?? '#000000';
      assert.match(color, /^#[\da-f]{6}$/i);
      assert.match(urlOf(value) ?? urlOf(noise) ?? 'https:', /^https?:/);
      const seconds = readRetryAfter(noise, now) ?? 0;
      assert.ok(seconds >= 0 && Number.isFinite(seconds));
    });
    fc.assert(property, runs);
  });
});
