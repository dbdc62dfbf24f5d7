import {SignJWT, errors, jwtVerify} from 'jose';
import * as z from 'zod';
import {randomHex, sha512} from './crypto.js';
import {problem} from './problems.js';
import {uuidFrom} from './random.js';
import {linkDefaults} from './schemas.js';
import type {WireTokenClaims, WireTokenPair, WireWidgetSettings} from '../api/contract.js';
import type {Settings} from './options.js';

const issuer = 'sandbox.belvo.com';
/** Seconds; the life of the refresh tokens in Belvo's samples is 7200 days. */
const refreshTtl = 7200 * 86_400;
/** No token of ours is longer; reading a longer one would be work for nothing. */
const longestToken = 16_384;

const claimsSchema = z.object({
  token_type: z.enum(['access', 'refresh']),
  sid: z.string(),
  user_id: z.string(),
  scopes: z.array(z.string()),
  link: z.object({id: z.string()}).optional(),
  defaults: linkDefaults.optional(),
  ttl: z.number().optional(),
});

/** What a checked access token says. */
export interface TokenGrant {
  readonly owner: string;
  /** The widget session: shared by an access token, its refresh token and what is made from that. */
  readonly session: string;
  readonly scopes: readonly string[];
  /** The link that a token for update mode is for. */
  readonly link: string | null;
  /** What links made with the token get. */
  readonly defaults: z.infer<typeof linkDefaults>;
}

/** What a new token is to carry. */
export interface TokenRequest {
  readonly scopes: readonly string[];
  readonly link?: WireTokenClaims['link'];
  readonly defaults: z.infer<typeof linkDefaults>;
  readonly widget?: WireWidgetSettings | undefined;
}

/** Makes and checks the tokens of a sandbox. */
export interface Tokens {
  create(request: TokenRequest): Promise<WireTokenPair>;
  /** Rejects with 401 unless the text is a living access token of this sandbox. */
  verify(token: string): Promise<TokenGrant>;
  /** A new access token for the session of a refresh token. */
  refresh(token: string): Promise<{access: string}>;
}

type Claims = Record<string, unknown>;

/** Id of the account, as links name it in `created_by`. */
export function accountId(owner: string): string {
  return uuidFrom(`account|${owner}`);
}

function invalidToken(message = 'Token is invalid or expired'): Error {
  return problem('token_not_valid', {message}, {'WWW-Authenticate': 'Bearer realm="api"'});
}

async function signingKey(seed: string): Promise<CryptoKey> {
  const bytes = await sha512(seed);
  const algorithm = {name: 'HMAC', hash: 'SHA-512'};
  return await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']);
}

class TokenService implements Tokens {
  #key: Promise<CryptoKey>;

  constructor(
    private readonly settings: Settings,
    private readonly now: () => number,
  ) {
    // Derived, so that several processes with the same keys accept each other's tokens.
    this.#key = signingKey(`access tokens|${settings.secretPassword}|${settings.seed}`);
  }

  async create(request: TokenRequest): Promise<WireTokenPair> {
    const claims = {
      sid: randomHex(),
      user_id: accountId(this.settings.secretId),
      scopes: request.scopes,
      environment: 'sandbox',
      defaults: request.defaults,
      ...(request.link && {link: request.link}),
      ...(request.widget && {widget: request.widget}),
    };
    return {
      access: await this.#sign({...claims, token_type: 'access'}, this.settings.tokenTtl),
      refresh: await this.#sign({...claims, token_type: 'refresh'}, refreshTtl),
    };
  }

  async verify(token: string): Promise<TokenGrant> {
    const claims = claimsSchema.parse(await this.#read(token, 'access'));
    return {
      owner: this.settings.secretId,
      session: claims.sid,
      scopes: claims.scopes,
      link: claims.link?.id ?? null,
      defaults: claims.defaults ?? {},
    };
  }

  async refresh(token: string): Promise<{access: string}> {
    const {exp: _exp, iat: _iat, jti: _jti, ...claims} = await this.#read(token, 'refresh');
    return {access: await this.#sign({...claims, token_type: 'access'}, this.settings.tokenTtl)};
  }

  async #sign(claims: Claims, ttl: number): Promise<string> {
    const issued = Math.floor(this.now() / 1000);
    return await new SignJWT(claims)
      .setProtectedHeader({alg: 'HS512', typ: 'JWT'})
      .setIssuedAt(issued)
      .setExpirationTime(issued + ttl)
      .setJti(randomHex())
      .setIssuer(issuer)
      .sign(await this.#key);
  }

  async #read(token: string, wanted: 'access' | 'refresh'): Promise<Claims> {
    if (token.length > longestToken) throw invalidToken();
    let claims: Claims;
    try {
      const verified = await jwtVerify(token, await this.#key, {
        algorithms: ['HS512'],
        issuer,
        currentDate: new Date(this.now()),
        requiredClaims: ['exp', 'iat', 'jti'],
      });
      claims = verified.payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw invalidToken();
      throw error;
    }
    const {success, data} = claimsSchema.safeParse(claims);
    if (!success || data.user_id !== accountId(this.settings.secretId)) throw invalidToken();
    if (data.token_type !== wanted) throw invalidToken('Token has wrong type');
    return claims;
  }
}

/** Tokens signed with a key that follows from the secret password and the seed. */
export function createTokens(settings: Settings, now: () => number): Tokens {
  return new TokenService(settings, now);
}
