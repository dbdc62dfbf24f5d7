import type {Link, LinkData} from '../belvo-data.js';

/** The company's own server did not do what the page asked. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
}

/** Links connected earlier. */
export async function listLinks(): Promise<Link[]> {
  const {links}: {links: Link[]} = await (await ask('GET', '/demo/links')).json();
  return links;
}

/** Tells the server of a link that the widget reported. */
export async function addLink(id: string): Promise<Link> {
  return (await ask('PUT', `/demo/links/${id}`)).json();
}

/** Accounts, owners and transactions of a link. */
export async function readLink(id: string): Promise<LinkData> {
  return (await ask('GET', `/demo/links/${id}`)).json();
}

/** Withdraws the permission to read a bank. */
export async function removeLink(id: string): Promise<void> {
  await ask('DELETE', `/demo/links/${id}`);
}

async function ask(method: string, path: string): Promise<Response> {
  const response = await fetch(path, {method, headers: {accept: 'application/json'}});
  if (response.ok) return response;
  throw new BackendError(`${method} ${path} was answered with ${response.status}`);
}
