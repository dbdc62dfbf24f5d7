/** Small helpers over Web Crypto, which Node, browsers and edge runtimes share. */
const encoder = new TextEncoder();

/** SHA-256 of a text. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

/** SHA-512 of a text: as long as an HS512 key should be. */
export async function sha512(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', encoder.encode(text)));
}

/** HMAC-SHA-256, so that a hash in the store cannot be matched against a list of likely user names. */
export async function keyedHash(key: string, text: string): Promise<Uint8Array> {
  const usage: KeyUsage[] = ['sign'];
  const algorithm = {name: 'HMAC', hash: 'SHA-256'};
  const imported = await crypto.subtle.importKey(
    'raw',
    encoder.encode(key),
    algorithm,
    false,
    usage,
  );
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, encoder.encode(text)));
}

/** URL-safe base64 with its padding: 44 characters for 32 bytes. */
export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Base64 of a text's UTF-8 bytes, as data URIs want it. */
export function base64Text(text: string): string {
  let binary = '';
  for (const byte of encoder.encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 32 random hexadecimal characters, the form of Belvo's request ids. */
export function randomHex(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** Whether two digests of one length are equal, in a time that does not tell where they differ. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  left.forEach((byte, index) => {
    difference |= byte ^ (right[index] ?? 0);
  });
  return difference === 0;
}
