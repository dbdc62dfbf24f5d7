/** Sentences for developers. A chunk of its own, fetched only when there is something to say. */
import type {Failure, FailureCode, MistakeCode} from './errors.js';

const mistakes: Record<MistakeCode, string> = {
  not_in_document: 'open() was called before the element was added to the document.',
  no_token:
    'There is no access token: set the `token` or `tokenProvider` property or the `token-url` attribute.',
  provider_rejected: '`tokenProvider` rejected instead of giving an access token.',
  token_url_unreachable:
    '`token-url` could not be reached. Expected is a POST endpoint of your own that answers {"access": "…"}.',
  token_url_status:
    '`token-url` answered with an error. Expected is {"access": "…"} with status 200.',
  token_url_body: '`token-url` answered without an `access` member. Expected is {"access": "…"}.',
  token_empty:
    'The access token is empty: pass the `access` member of the answer to POST /api/token/.',
  token_is_secret:
    'The token looks like a secret id or password, which must never reach a browser: pass the `access` token.',
  token_not_jwt: 'The access token is no JWT, which has three parts joined by dots.',
  token_is_refresh: 'This is the `refresh` token of the pair: pass `access`.',
  token_claims: 'The claims of the access token cannot be read: pass it as the API gave it.',
  token_scopes:
    'The access token lacks scopes: it needs read_institutions and write_links, to repair a link read_links, too.',
  no_api_url:
    "The token does not name one of Belvo's environments: set `api-url` to the API that made it.",
  unknown_institution: 'The API knows no institution of the name in `institution`.',
};

const causes: Partial<Record<FailureCode, string>> = {
  blocked:
    "The API is reachable, but the browser withheld its answer: add this page's origin (scheme, host and port, no path, no slash at the end) to the allowed URLs of your Belvo account, and the API to connect-src of the page's content security policy.",
  network: 'The API could not be reached: is `api-url` right?',
  token_expired:
    'The access token has expired, and nothing could give a fresh one: use `tokenProvider` or `token-url`, or make the token when the widget is opened.',
  token_rejected:
    'The API refused the access token: is it from the environment of `api-url`, and not used already? A token makes one link.',
  missing_scope: 'The access token lacks a scope that this request needs.',
  no_institutions:
    'No institution matches `institutions`, `institution-types`, `country-codes`, `resources` and `integration-type` together.',
};

/** Cause and cure of a failure that the page can mend, with the console's address of the origin; null for others. */
export function diagnose({code, mistake, status, requestId}: Failure): string | null {
  const sentence = mistake === null ? causes[code] : mistakes[mistake];
  if (sentence === undefined) return null;
  const facts = [
    status === null ? '' : `status ${status}`,
    requestId === null ? '' : `request id ${requestId}`,
  ].filter(Boolean);
  return `${code}: ${sentence}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}

/** What a property accepts; its value is never repeated, as it may be a secret in the wrong place. */
export const accepted = {
  locale: 'es, pt, en or auto',
  apiUrl: 'an absolute https: URL (http: on localhost)',
  institution: 'an institution name such as erebor_mx_retail',
  institutions: 'institution names, separated by commas or spaces',
  institutionTypes: 'retail, business, fiscal, employment, gig, separated by commas or spaces',
  countryCodes: 'MX, CO, BR, separated by commas or spaces',
  resources: 'API resource names such as ACCOUNTS, separated by commas or spaces',
  integrationType: 'openfinance',
  accessMode: 'recurrent or single',
  externalId: 'three or more letters, digits, "-" or "_"',
  presentation: 'inline or modal',
  colorScheme: 'auto, light or dark',
  companyIcon: 'an absolute https: URL (http: on localhost)',
  companyLogo: 'an absolute https: URL (http: on localhost)',
  companyTermsUrl: 'an absolute https: URL (http: on localhost)',
  overlayBackgroundColor: 'a colour as #RRGGBB',
  token: 'nothing: set the `token` property, so that the token does not stand in the HTML',
} as const;

/** A property with a value that cannot be used; named as the attribute, which is how most pages set it. */
export function explainProperty(property: keyof typeof accepted): string {
  const attribute = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `The attribute ${attribute} accepts ${accepted[property]}. Its default is used instead.`;
}
