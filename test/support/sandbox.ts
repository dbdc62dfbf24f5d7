/** How a test wants its sandbox. Left out: the sandbox's defaults, and only the test page's own origin allowed. */
export interface SandboxStart {
  /** Seconds an access token lives. */
  readonly tokenTtl?: number;
  /** Seconds a person has to answer a second factor. */
  readonly sessionTtl?: number;
  readonly allowedOrigins?: string[];
  readonly seed?: string;
  /** Milliseconds every answer takes longer. */
  readonly latency?: number;
}

/** What `POST /api/token/` gives. */
export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

/** A sandbox running for one test. */
export interface TestSandbox {
  /** API base, without a slash at the end. */
  readonly url: string;
  /** An access token as the page's server would get it. `body`: of `POST /api/token/`, without the secrets. */
  token(body?: object): Promise<string>;
  /** The same with its refresh token. */
  tokens(body?: object): Promise<TokenPair>;
  /** A call as the integrator's server makes it, with the secret keys. `path` as in `/api/links/`. */
  api(method: string, path: string, body?: object): Promise<{status: number; body: unknown}>;
  /** A control route by its name (`clock`, `faults`, `reset`, `requests`, `health`). Rejects when it refuses. */
  control(path: string, body?: object): Promise<unknown>;
  /** Ends it. A test that starts one stops it. */
  stop(): Promise<void>;
}

const widgetScopes = {scopes: 'read_institutions,write_links'};
const readRoutes = /^(health|requests)\b/;

/** Starts a sandbox of its own for a test: real HTTP on another port, as in production. */
export async function startSandbox(options: SandboxStart = {}): Promise<TestSandbox> {
  const {id, url} = await ask<{id: string; url: string}>('POST', '', options);
  const api: TestSandbox['api'] = (method, path, body) =>
    ask('POST', `/${id}/api`, {method, path, ...(body && {body})});
  const tokens: TestSandbox['tokens'] = (body = widgetScopes) => ask('POST', `/${id}/token`, body);
  return {
    url: url.replace(/\/$/, ''),
    api,
    tokens,
    token: async (body) => (await tokens(body)).access,
    async control(path, body = {}) {
      const answer = readRoutes.test(path)
        ? await api('GET', `/__sandbox/${path}`)
        : await api('POST', `/__sandbox/${path}`, body);
      if (answer.status < 300) return answer.body;
      throw new Error(`/__sandbox/${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    },
    async stop() {
      await ask('DELETE', `/${id}`);
    },
  };
}

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`/__test/sandbox${path}`, {
    method,
    ...(body && {body: JSON.stringify(body)}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}
