/** Repeatable randomness: the same seed gives the same numbers on every machine. Not for secrets. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the probability `chance`. */
  flip(chance: number): boolean;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** `length` decimal digits. */
  digits(length: number): string;
}

/** Four 32-bit words that depend on every character of the text. */
function mix(text: string): [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0xdeadbeef;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 0x85ebca6b);
    b = c ^ Math.imul(b ^ unit, 0xc2b2ae35);
    c = d ^ Math.imul(c ^ unit, 0x27d4eb2f);
    d = a ^ Math.imul(d ^ unit, 0x165667b1);
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** Words of the sfc32 generator (Chris Doty-Humphrey, public domain), warmed up so that near seeds part. */
function createWords(seed: string): () => number {
  let [a, b, c, counter] = mix(seed);
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) word();
  return word;
}

/** A source of repeatable randomness for one purpose, named by its seed. */
export function createRandom(seed: string): Random {
  const word = createWords(seed);
  const next = (): number => word() / 0x100000000;
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    flip: (chance) => next() < chance,
    pick: (list) => {
      const chosen = list[int(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError('Cannot pick from an empty list.');
      return chosen;
    },
    digits: (length) => Array.from({length}, () => int(0, 9)).join(''),
  };
}

/** 32 hexadecimal characters that depend on the seed only. */
export function hexFrom(seed: string): string {
  const word = createWords(seed);
  return Array.from({length: 4}, () => word().toString(16).padStart(8, '0')).join('');
}

/** A version 4 UUID that depends on the seed only. */
export function uuidFrom(seed: string): string {
  const digits = hexFrom(seed);
  const variant = '89ab'.charAt(parseInt(digits.charAt(16), 16) % 4);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}
