/**
 * Small checks shared by the decoders. Each turns something unknown into a value that is safe to use, or into null.
 */

/** The members of the value; none of what is no object. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' ? {...value} : {};
}

/** The value when it is an array, else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A trimmed string cut to `max` UTF-16 units; null for anything else and for blanks. */
export function textOf(value: unknown, max: number): string | null {
  return (typeof value === 'string' && value.trim().slice(0, max)) || null;
}

/** A string that matches as a whole, else null. */
export function matchOf(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}

/** `#rrggbb`, else null. */
export function colorOf(value: unknown): string | null {
  return matchOf(value, /^#[\da-f]{6}$/i);
}

/** An absolute `https:` URL, or `http:` on a loopback host, without user name or password; else null. */
export function urlOf(value: unknown): string | null {
  try {
    const text = matchOf(value, /^.{1,2048}$/) ?? '';
    const {protocol, hostname, username, password, href} = new URL(text);
    const origin = /^(https:|http:((.+\.)?localhost|127(\.\d+){3}|\[::1\])$)/;
    return origin.test(protocol + hostname) && !username && !password ? href : null;
  } catch {
    return null;
  }
}
