/** How a filter compares, after the suffixes of the API (`amount__gte`). */
export type Operator =
  'exact' | 'in' | 'not_in' | 'gt' | 'gte' | 'lt' | 'lte' | 'range' | 'icontains' | 'allin';

/** What a filtered value is: decides how it is read and compared. */
export type ValueKind = 'text' | 'number' | 'day' | 'instant' | 'uuid' | 'list';

/** One condition on a JSON document. Plain data, so that a store may turn it into its own language. */
export interface Condition {
  /** Where the value is, from the top of the document. */
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly kind: ValueKind;
  /** What it is compared with; two for `range`, any number for `in`, `not_in` and `allin`, else one. */
  readonly values: readonly string[];
}

/** Which part of what matches all conditions is wanted. */
export interface Query {
  readonly conditions: readonly Condition[];
  readonly offset: number;
  readonly limit: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  let value = document;
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return null;
    value = value[key];
  }
  return value ?? null;
}

/** Lower case without accents: people type "bogota". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

function comparable(value: unknown, kind: ValueKind): number | string {
  const text = String(value);
  if (kind === 'number') return Number(text);
  return kind === 'instant' ? Date.parse(text) : text;
}

function isOrdered(value: unknown, condition: Condition): boolean {
  const [first, second] = condition.values.map((entry) => comparable(entry, condition.kind));
  const actual = comparable(value, condition.kind);
  if (first === undefined) return false;
  switch (condition.operator) {
    case 'gt':
      return actual > first;
    case 'gte':
      return actual >= first;
    case 'lt':
      return actual < first;
    case 'lte':
      return actual <= first;
    default:
      return second !== undefined && actual >= first && actual <= second;
  }
}

function isEqual(value: unknown, expected: string, kind: ValueKind): boolean {
  // A bare day matches the whole day of an instant.
  if (kind === 'instant' && /^\d{4}-\d\d-\d\d$/.test(expected)) {
    return String(value).startsWith(expected);
  }
  return comparable(value, kind) === comparable(expected, kind);
}

function meets(document: unknown, condition: Condition): boolean {
  const value = valueAt(document, condition.path);
  const {values, kind} = condition;
  if (condition.operator === 'allin') {
    return Array.isArray(value) && values.every((entry) => value.includes(entry));
  }
  if (value === null) return condition.operator === 'not_in';
  switch (condition.operator) {
    case 'exact':
    case 'in':
      return values.some((entry) => isEqual(value, entry, kind));
    case 'not_in':
      return !values.some((entry) => isEqual(value, entry, kind));
    case 'icontains':
      return (
        typeof value === 'string' && values.every((entry) => folded(value).includes(folded(entry)))
      );
    default:
      return isOrdered(value, condition);
  }
}

/** The wanted part of the entries whose document meets all conditions. */
export function select<T>(
  entries: readonly T[],
  query: Query,
  documentOf: (entry: T) => unknown = (entry) => entry,
): {count: number; items: T[]} {
  const matches = entries.filter((entry) =>
    query.conditions.every((condition) => meets(documentOf(entry), condition)),
  );
  return {count: matches.length, items: matches.slice(query.offset, query.offset + query.limit)};
}
