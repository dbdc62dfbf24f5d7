/** What the tests use of the published client, which has no types of its own. */
declare module 'belvo' {
  interface Resource {
    list(options?: {limit?: number; filters?: Record<string, unknown>}): Promise<unknown[]>;
    detail(id: string | number): Promise<unknown>;
    delete(id: string): Promise<boolean>;
  }

  interface LinkResource extends Resource {
    resume(session: string, token: string, link: string): Promise<unknown>;
  }

  export interface Client {
    connect(): Promise<void>;
    readonly institutions: Resource;
    readonly links: LinkResource & {
      register(
        institution: string,
        username: string,
        password: string,
        options?: Record<string, unknown>,
      ): Promise<unknown>;
      update(id: string, options: Record<string, unknown>): Promise<unknown>;
      patch(id: string, options: Record<string, unknown>): Promise<unknown>;
      token(id: string, scopes: string): Promise<unknown>;
    };
    readonly accounts: LinkResource & {
      retrieve(link: string, options?: Record<string, unknown>): Promise<unknown>;
    };
    readonly owners: LinkResource & {
      retrieve(link: string, options?: Record<string, unknown>): Promise<unknown>;
    };
    readonly transactions: LinkResource & {
      retrieve(link: string, from: string, options?: Record<string, unknown>): Promise<unknown>;
    };
    readonly widgetToken: {create(options?: Record<string, unknown>): Promise<unknown>};
  }

  const belvo: {readonly default: new (id: string, password: string, url: string) => Client};
  export default belvo;
}
