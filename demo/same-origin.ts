/**
 * Whether a page of this very site sent the request. Browsers add `Sec-Fetch-Site` to every request for a secure or a
 * loopback address, and `Origin` to every one that may change something; neither can be set by a page.
 *
 * Behind a proxy the request must carry the public address, or the origins will never match.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== new URL(request.url).origin) return false;
  if (site !== null) return site === 'same-origin' || (site === 'none' && isRead(request));
  return origin !== null || isRead(request);
}

function isRead({method}: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
