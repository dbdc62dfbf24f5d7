import * as z from 'zod';
import {validated} from './validate.js';
import type {Condition, Operator, ValueKind} from './query.js';

/** One filterable value: what it is, which suffixes it takes, and where it is when not under its own name. */
export interface Filter {
  readonly kind: ValueKind;
  readonly operators: readonly Operator[];
  readonly path?: readonly string[];
  /** The parameter has no suffix although it does not compare exactly. */
  readonly bare?: true;
}

/** The filters of a list by parameter name without suffix. */
export type Filters = Readonly<Record<string, Filter>>;

const ordered: readonly Operator[] = ['exact', 'gt', 'gte', 'lt', 'lte', 'range'];
const oneOf: readonly Operator[] = ['exact', 'in'];

function text(operators: readonly Operator[] = oneOf, path?: readonly string[]): Filter {
  return path ? {kind: 'text', operators, path} : {kind: 'text', operators};
}

function id(operators: readonly Operator[] = oneOf, path?: readonly string[]): Filter {
  return path ? {kind: 'uuid', operators, path} : {kind: 'uuid', operators};
}

function amount(path?: readonly string[]): Filter {
  return path ? {kind: 'number', operators: ordered, path} : {kind: 'number', operators: ordered};
}

const instant: Filter = {kind: 'instant', operators: ordered};
const day: Filter = {kind: 'day', operators: ordered};
const exact: readonly Operator[] = ['exact'];
const partial: readonly Operator[] = ['icontains'];

/** `GET /api/institutions/`. */
export const institutionFilters: Filters = {
  country_code: text(),
  display_name: {kind: 'text', operators: partial, bare: true},
  name: text(),
  resources: {kind: 'list', operators: ['allin']},
  status: text(),
  type: text(),
  website: text(exact),
};

/** `GET /api/links/`. */
export const linkFilters: Filters = {
  access_mode: text(),
  created_at: instant,
  created_by: text(['not_in']),
  external_id: text(),
  id: id(),
  institution: text(),
  institution_user_id: text(),
  refresh_rate: text(exact),
  status: text(),
};

/** `GET /api/accounts/`. */
export const accountFilters: Filters = {
  link: id(),
  balance__available: amount(['balance', 'available']),
  balance__current: amount(['balance', 'current']),
  category: text(),
  created_at: instant,
  currency: text(),
  id: id(),
  institution: text(oneOf, ['institution', 'name']),
  name: text(['exact', 'icontains']),
  number: text(),
  public_identification_name: text(exact),
  public_identification_value: text(exact),
  type: text(exact),
};

/** `GET /api/owners/`. */
export const ownerFilters: Filters = {
  link: id(),
  created_at: instant,
  display_name: text(partial),
  email: text(exact),
  id: id(),
};

/** `GET /api/transactions/`. */
export const transactionFilters: Filters = {
  link: id(exact),
  account: id(oneOf, ['account', 'id']),
  account_type: text(oneOf, ['account', 'type']),
  account__balance__available: amount(['account', 'balance', 'available']),
  account__balance__current: amount(['account', 'balance', 'current']),
  accounting_date: instant,
  amount: amount(),
  collected_at: instant,
  created_at: instant,
  credit_card_data__bill_name: text(['in'], ['credit_card_data', 'bill_name']),
  currency: text(),
  reference: text(),
  status: text(),
  type: text(),
  value_date: day,
};

const valueSchemas: Record<ValueKind, z.ZodType<string>> = {
  text: z.string().max(1000),
  list: z.string().max(1000),
  uuid: z.uuid(),
  number: z.string().regex(/^-?\d+(\.\d+)?$/),
  day: z.iso.date(),
  instant: z.union([z.iso.date(), z.iso.datetime({offset: true, local: true})]),
};

/** Parameter name of a filter with an operator. */
function parameterOf(name: string, operator: Operator, bare = false): string {
  return operator === 'exact' || bare ? name : `${name}__${operator}`;
}

function schemaOf({kind}: Filter, operator: Operator): z.ZodType<string[]> {
  const one = valueSchemas[kind];
  switch (operator) {
    case 'in':
    case 'not_in':
    case 'allin':
      return z.array(one).min(1).max(1000);
    case 'range':
      return z.array(one).length(2);
    default:
      return z.array(one).length(1);
  }
}

const listOperators = new Set<Operator>(['in', 'not_in', 'allin', 'range']);

function valuesOf(raw: string, operator: Operator): string[] {
  return listOperators.has(operator) ? raw.split(',').map((part) => part.trim()) : [raw];
}

/** The conditions a query string asks for. Parameters that are no filter are left alone, as the API does. */
export function conditionsOf(query: URLSearchParams, filters: Filters): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    for (const operator of filter.operators) {
      const parameter = parameterOf(name, operator, filter.bare);
      // Of a repeated parameter the last one counts.
      const raw = query.getAll(parameter).at(-1);
      if (raw === undefined || raw === '') continue;
      const schema = z.object({[parameter]: schemaOf(filter, operator)});
      const values = validated(schema, {[parameter]: valuesOf(raw, operator)})[parameter] ?? [];
      conditions.push({path: filter.path ?? [name], operator, kind: filter.kind, values});
    }
  }
  return conditions;
}
