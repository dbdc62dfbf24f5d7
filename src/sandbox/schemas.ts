import * as z from 'zod';

/**
 * What the API takes, as schemas. A rule that has its own error code in the API says so by `params.code`; the other
 * codes follow from the kind of mistake (see `validate.ts`).
 */

const text = z
  .string()
  .max(4096)
  .refine((value) => value.trim() !== '', {params: {code: 'blank'}});

/** Clients send null or an empty string where they have nothing. */
const optionalText = z.string().max(4096).nullish();

const day = z.iso.date();

const resource = z.enum([
  'ACCOUNTS',
  'BALANCES',
  'BILLS',
  'EMPLOYMENTS',
  'EMPLOYMENT_RECORDS',
  'EMPLOYMENT_METRICS',
  'FINANCIAL_STATEMENTS',
  'INCOMES',
  'INVESTMENTS',
  'INVESTMENT_TRANSACTIONS',
  'INVOICES',
  'OWNERS',
  'RECURRING_EXPENSES',
  'RISK_INSIGHTS',
  'TRANSACTIONS',
  'TAX_COMPLIANCE_STATUS',
  'TAX_DECLARATIONS',
  'TAX_RETENTIONS',
  'TAX_RETURNS',
  'TAX_STATUS',
]);

const accessMode = z.enum(['single', 'recurrent']);
const staleIn = z.string().regex(/^\d{1,3}d$/);
const credentialsStorage = z
  .string()
  .refine((value) => /^(store|nostore|([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])d)$/.test(value), {
    params: {code: 'invalid_credentials_storage'},
  });
const externalId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{3,100}$/)
  .nullish();

/** Scopes an access token may have. */
export const scopes = [
  'read_institutions',
  'write_links',
  'read_links',
  'delete_links',
  'read_consents',
  'write_consents',
  'write_consent_callback',
  'delete_consents',
] as const;

/** What new links made with a token get. */
export const linkDefaults = z.object({
  fetch_resources: z.array(resource).optional(),
  credentials_storage: credentialsStorage.optional(),
  stale_in: staleIn.optional(),
});

// The settings travel in the token, and the token in a header: servers commonly stop at 16 KiB of headers.
const widgetSettings = z
  .record(z.string(), z.unknown())
  .refine((value) => JSON.stringify(value).length <= 8192, {
    params: {code: 'invalid', message: 'The widget settings are longer than 8192 characters.'},
  });

/** `POST /api/token/`. The secrets may come as Basic authentication instead. */
export const tokenBody = linkDefaults.extend({
  id: text.optional(),
  password: text.optional(),
  scopes: text,
  link_id: z.uuid().nullish(),
  widget: widgetSettings.nullish(),
});

/** `POST /api/token/refresh/`. */
export const refreshBody = z.object({refresh: text});

/** `POST /api/links/{id}/token/`, as old clients call it. */
export const linkTokenBody = z.object({scopes: text});

/** `POST /api/links/`. Which of the credentials are needed is up to the institution. */
export const linkBody = linkDefaults.extend({
  institution: text,
  username: text.optional(),
  username2: optionalText,
  username3: optionalText,
  username_type: optionalText,
  password: z.string().max(4096).optional(),
  password2: optionalText,
  token: optionalText,
  access_mode: accessMode.optional(),
  external_id: externalId,
});

/** `PUT /api/links/{id}/`: new credentials. */
export const credentialsBody = z.object({
  password: z.string().max(4096).optional(),
  password2: optionalText,
  username_type: optionalText,
  token: optionalText,
});

/** `PATCH /api/links/{id}/`. */
export const linkChangeBody = z.object({
  access_mode: accessMode.optional(),
  fetch_resources: z.array(resource).optional(),
  stale_in: staleIn.optional(),
});

/** `PATCH` on a collection: the answer to a second factor. Early clients leave `link` out. */
export const resumeBody = z.object({
  session: text,
  link: z.uuid().nullish(),
  token: optionalText,
  save_data: z.boolean().optional(),
});

/** `POST /api/accounts/` and `POST /api/owners/`. */
export const dataBody = z.object({
  link: z.uuid(),
  token: optionalText,
  save_data: z.boolean().optional(),
});

/** `POST /api/transactions/`. */
export const transactionsBody = dataBody.extend({
  date_from: day,
  date_to: day,
  account: z.uuid().nullish(),
});

/** `POST /__sandbox/clock`. */
export const clockBody = z.object({
  /** Seconds. */
  advance: z
    .number()
    .min(0)
    .max(10 * 365 * 86_400),
});

/** One entry of `POST /__sandbox/faults`. */
const faultSchema = z.strictObject({
  method: z.string().optional(),
  /** Exact path, or everything below it when it ends in `*`. */
  path: z.string().startsWith('/'),
  status: z.number().int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  /** Milliseconds before the answer. */
  latency: z.number().min(0).max(600_000).optional(),
  /** Cuts the connection before or after the request took effect. */
  drop: z.enum(['before', 'after']).optional(),
  /** Value of the `Retry-After` header. */
  retryAfter: z.union([z.string(), z.number()]).optional(),
  /** How many requests it hits; all when absent. */
  times: z.number().int().min(1).optional(),
});

/** `POST /__sandbox/faults`: replaces the faults that were there. */
export const faultsBody = z.array(faultSchema);

/** `POST /__sandbox/links/{id}`. */
export const linkStatusBody = z.object({
  status: z.enum(['valid', 'invalid', 'unconfirmed', 'token_required']),
});
