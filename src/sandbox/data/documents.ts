import type {Random} from '../random.js';

/** Numbers of documents and accounts, with right check digits, so that validators in demos accept them. */

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + Number(digits[at]) * weight, 0);
}

function modulo11(digits: string, weights: readonly number[]): string {
  const rest = weighted(digits, weights) % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

/** Mexican account number: bank, place, account and a check digit of weights 3, 7, 1 modulo 10. */
export function clabeFrom(bank: string, random: Random): string {
  const digits = bank + random.pick(['180', '320', '580']) + random.digits(11);
  const sum = [...digits].reduce(
    (total, digit, at) => total + ((Number(digit) * ([3, 7, 1][at % 3] ?? 1)) % 10),
    0,
  );
  return digits + String((10 - (sum % 10)) % 10);
}

/** Brazilian taxpayer number of a person. Begins with 000, which the tax office never gave out. */
export function cpfFrom(random: Random): string {
  const base = `000${random.int(100_000, 999_999)}`;
  const first = base + modulo11(base, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const all = first + modulo11(first, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return all.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4');
}

/** Brazilian taxpayer number of a company. */
export function cnpjFrom(random: Random): string {
  const base = `00${random.int(100_000, 999_999)}0001`;
  const first = base + modulo11(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  const all = first + modulo11(first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return all.replace(/(\d{2})(\d{3})(\d{3})(\d{4})(\d{2})/, '$1.$2.$3/$4-$5');
}

/** Colombian taxpayer number of a company, with the check digit of the DIAN. */
export function nitFrom(random: Random): string {
  const base = `9${random.digits(8)}`;
  const rest = weighted(base, [41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
  return `${base}-${rest > 1 ? 11 - rest : rest}`;
}

/** Colombian identity card: no check digit, but its own range. */
export function cedulaFrom(random: Random): string {
  return `10${random.digits(8)}`;
}

const curpSigns = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase();
}

function innerConsonant(name: string): string {
  return /[B-DF-HJ-NP-TV-Z]/.exec(plain(name).slice(1))?.[0] ?? 'X';
}

/** Mexican population number of a person born in `birth` (`YYMMDD`, before 2000). */
export function curpFrom(
  person: {given: string; family: string; family2: string; female: boolean; birth: string},
  random: Random,
): string {
  const [given, family, family2] = [person.given, person.family, person.family2].map(plain);
  const vowel = /[AEIOU]/.exec((family ?? '').slice(1))?.[0] ?? 'X';
  const initials = `${family?.[0]}${vowel}${family2?.[0]}${given?.[0]}`;
  const inner = [person.family, person.family2, person.given].map(innerConsonant).join('');
  const state = random.pick(['DF', 'JC', 'NL', 'PL', 'GT']);
  const base = `${initials}${person.birth}${person.female ? 'M' : 'H'}${state}${inner}0`;
  const sum = [...base].reduce((total, sign, at) => total + curpSigns.indexOf(sign) * (18 - at), 0);
  return base + String((10 - (sum % 10)) % 10);
}
