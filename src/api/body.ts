import {fail} from '../errors.js';

/**
 * The body of an answer as text, read no further than `cap` bytes. Longer ones reject with `bad_response`, broken ones
 * with what the stream says.
 */
export async function readText(response: Response, cap: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > cap) {
      void reader.cancel().catch(() => {});
      throw fail('bad_response', {status: response.status});
    }
    text += decoder.decode(value, {stream: true});
  }
}

/** The value of a JSON text; undefined when it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
