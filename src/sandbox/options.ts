import {createMemoryStore} from './stores/memory.js';
import type {Store} from './store.js';

/** How a sandbox behaves. Everything has a default. */
export interface SandboxOptions {
  /** Secret id servers sign in with. Default `sandbox-secret-id`. */
  readonly secretId?: string;
  /** Secret password servers sign in with. Default `sandbox-secret-password`. */
  readonly secretPassword?: string;
  /** Origins whose pages may call the API, each as scheme, host and port. Default: any loopback origin. */
  readonly allowedOrigins?: readonly string[];
  /** Decides ids and generated data: the same seed and clock give the same answers. Default `belvo`. */
  readonly seed?: string;
  /** Seconds an access token lives. Default 600. */
  readonly tokenTtl?: number;
  /** Seconds a person has to answer a second factor. Default 600. */
  readonly sessionTtl?: number;
  /** Whether the routes under `/__sandbox/` exist. Default false. */
  readonly control?: boolean;
  /** The time, in milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
  /** Where links and data are kept. Default: in memory. */
  readonly store?: Store;
  /** Whether unexpected errors stay out of the console. Default false. */
  readonly quiet?: boolean;
  /** Milliseconds every API answer takes longer. Default 0. */
  readonly latency?: number;
}

/** Options with every default filled in. */
export type Settings = Required<Omit<SandboxOptions, 'allowedOrigins'>> & {
  /** Null: any loopback origin. */
  readonly allowedOrigins: readonly string[] | null;
};

function checkedOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url?.origin !== origin || origin === 'null') {
    throw new TypeError(
      `allowedOrigins: "${origin}" is not an origin; write scheme, host and port only, such as https://app.example.com or http://localhost:5173.`,
    );
  }
  return origin;
}

function checkedNumber(name: string, value: number, least: number): number {
  if (Number.isFinite(value) && value >= least) return value;
  throw new TypeError(`${name}: ${value} is not a number of at least ${least}.`);
}

function checkedText(name: string, value: string, fallback: string): string {
  if (value.trim() !== '') return value;
  throw new TypeError(`${name} must not be empty; leave it out for "${fallback}".`);
}

/** Fills in defaults. Throws a `TypeError` naming the option that makes no sense. */
export function settingsFrom(options: SandboxOptions): Settings {
  const {secretId = 'sandbox-secret-id', secretPassword = 'sandbox-secret-password'} = options;
  return {
    secretId: checkedText('secretId', secretId, 'sandbox-secret-id'),
    secretPassword: checkedText('secretPassword', secretPassword, 'sandbox-secret-password'),
    allowedOrigins: options.allowedOrigins?.map(checkedOrigin) ?? null,
    seed: options.seed ?? 'belvo',
    tokenTtl: checkedNumber('tokenTtl', options.tokenTtl ?? 600, 1),
    sessionTtl: checkedNumber('sessionTtl', options.sessionTtl ?? 600, 1),
    control: options.control ?? false,
    clock: options.clock ?? (() => Date.now()),
    store: options.store ?? createMemoryStore(),
    quiet: options.quiet ?? false,
    latency: checkedNumber('latency', options.latency ?? 0, 0),
  };
}
