/** Checks like those in `values.ts` that the first page of the list does not need. */
import {matchOf} from './values.js';

/** An object that is no array, with unknown members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number from 0 to `max`, also when it is written as a string; else null. */
export function numberOf(value: unknown, max: number): number | null {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= max ? number : null;
}

/** A UUID in its usual spelling, else null. */
export function uuidOf(value: unknown): string | null {
  return matchOf(value, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i);
}
