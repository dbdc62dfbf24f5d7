/** Where the access token comes from. Asked at most once more per request, when the API says that it expired. */
export interface TokenSource {
  /** The token in use. Rejects with a `ConnectError` when there is none to be had. */
  get(signal?: AbortSignal): Promise<string>;
  /** A fresh one after `stale` was refused; null when nobody can give one. */
  renew(stale: string, signal?: AbortSignal): Promise<string | null>;
}
