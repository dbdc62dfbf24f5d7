import {z} from 'zod';
import type {TestSandbox} from './sandbox.js';

const linksSchema = z.object({
  results: z.array(
    z.looseObject({
      id: z.string(),
      institution: z.string(),
      access_mode: z.string(),
      external_id: z.string().nullable(),
      status: z.string(),
    }),
  ),
});

const requestsSchema = z.array(
  z.looseObject({method: z.string(), path: z.string(), status: z.number().nullable()}),
);

/** The links of a sandbox, as the integrator's server reads them. */
export async function linksIn(sandbox: TestSandbox) {
  const {body} = await sandbox.api('GET', '/api/links/');
  return linksSchema.parse(body).results;
}

/** Requests that have reached a sandbox, as `POST /api/links/`; preflights and those of the server left out. */
export async function requestsTo(sandbox: TestSandbox): Promise<readonly string[]> {
  const requests = requestsSchema.parse(await sandbox.control('requests'));
  return requests
    .filter(({method, path}) => method !== 'OPTIONS' && path !== '/api/token/')
    .map(({method, path}) => `${method} ${path}`);
}

/** Keeps the answer to a sign-in waiting for so many milliseconds. */
export async function slowSignIn(sandbox: TestSandbox, latency = 60_000): Promise<void> {
  await sandbox.control('faults', [{method: 'POST', path: '/api/links/', latency}]);
}
