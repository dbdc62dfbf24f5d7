import type {z} from 'zod';
import {ApiProblem, entryOf, problem, quoted} from './problems.js';
import type {ProblemCode, ProblemEntry} from './problems.js';

type Issue = z.core.$ZodIssue;

const formatMessages: Record<string, string> = {
  uuid: 'Must be a valid UUID.',
  date: 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.',
};

const typeMessages: Record<string, string> = {
  string: 'Not a valid string.',
  boolean: 'Must be a valid boolean.',
  number: 'A valid number is required.',
  int: 'A valid integer is required.',
};

/** Codes that schema rules name in their `params`. */
const namedCodes: Record<string, ProblemCode> = {
  blank: 'blank',
  invalid: 'invalid',
  invalid_credentials_storage: 'invalid_credentials_storage',
};

function typeEntry(expected: string, field: string): ProblemEntry {
  if (expected === 'array') return entryOf('not_a_list', {field});
  return entryOf('invalid', {field, message: typeMessages[expected] ?? 'Invalid data.'});
}

function customEntry(params: Record<string, unknown> | undefined, field: string): ProblemEntry {
  const code = namedCodes[String(params?.['code'])] ?? 'invalid';
  const message = params?.['message'];
  return entryOf(code, typeof message === 'string' ? {field, message} : {field});
}

/** The entry of an error body that says what a schema found. */
function entryFor(issue: Issue): ProblemEntry {
  const field = String(issue.path[0] ?? 'non_field_errors');
  if (issue.input === undefined && issue.code.startsWith('invalid_')) {
    return entryOf('required', {field});
  }
  if (issue.input === null) return entryOf('null', {field});
  switch (issue.code) {
    case 'invalid_type':
      return typeEntry(issue.expected, field);
    case 'invalid_value':
      return entryOf('invalid_choice', {
        field,
        message: `"${quoted(issue.input)}" is not a valid choice.`,
      });
    case 'invalid_format':
      return entryOf('invalid', {
        field,
        ...(formatMessages[issue.format] && {message: formatMessages[issue.format]}),
      });
    case 'custom':
      return customEntry(issue.params, field);
    default:
      return entryOf('invalid', {field});
  }
}

/** What the schema makes of a value. One error entry for each field that does not fit. */
export function validated<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, {reportInput: true});
  if (result.success) return result.data;
  const entries = new Map<string, ProblemEntry>();
  for (const issue of result.error.issues) {
    const entry = entryFor(issue);
    if (!entries.has(String(entry.field))) entries.set(String(entry.field), entry);
  }
  throw new ApiProblem(400, [...entries.values()]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem('parse_error');
  }
}

/** No body of the API comes near this many bytes. */
const largestBody = 65_536;

/** The bytes of a body, read no further than the limit. */
async function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) {
    throw problem('payload_too_large');
  }
  // Firefox has no Request.body (seen in 153). Nobody floods a sandbox in their own page.
  if (!Reflect.has(request, 'body')) return new Uint8Array(await request.arrayBuffer());
  const bytes = new Uint8Array(largestBody);
  let length = 0;
  for (const reader = request.body?.getReader(); reader;) {
    const {done, value} = await reader.read();
    if (done) break;
    if (length + value.length > largestBody) {
      await reader.cancel();
      throw problem('payload_too_large');
    }
    bytes.set(value, length);
    length += value.length;
  }
  return bytes.subarray(0, length);
}

/** The JSON body of a request as the schema wants it. No body counts as an empty object. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const bytes = await bytesOf(request);
  if (bytes.byteLength === 0) return validated(schema, {});
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw problem('unsupported_media_type');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw problem('parse_error');
  }
  return validated(schema, parsed(text));
}
