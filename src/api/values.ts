/**
 * Small checks shared by the decoders. Each turns something unknown into a value that is safe to use, or into null.
 */

/** An object that is no array, with unknown members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

/** A number from 0 to `max`, also when it is written as a string; else null. */
export function numberOf(value: unknown, max: number): number | null {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= max ? number : null;
}

/** `#rrggbb`, else null. */
export function colorOf(value: unknown): string | null {
  return matchOf(value, /^#[\da-f]{6}$/i);
}

/** A UUID in its usual spelling, else null. */
export function uuidOf(value: unknown): string | null {
  return matchOf(value, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i);
}

/** An absolute `https:` URL, or `http:` on a loopback host, without user name or password; else null. */
export function urlOf(value: unknown): string | null {
  const text = textOf(value, 2049);
  if (!text || text.length > 2048) return null;
  try {
    const {protocol, hostname, username, password, href} = new URL(text);
    const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
    const safe = protocol === 'https:' || (protocol === 'http:' && loopback);
    return safe && !username && !password ? href : null;
  } catch {
    return null;
  }
}
