import {cedulaFrom, cnpjFrom, cpfFrom, curpFrom, nitFrom} from './documents.js';
import type {Random} from '../random.js';
import type {Country} from './countries.js';

/** Somebody an account belongs to. Made up: addresses of mail and telephone lead nowhere. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly document: {readonly document_type: string; readonly document_number: string};
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .trim()
    .replace(/ +/g, '.');
}

function documentOf(
  country: Country,
  company: boolean,
  curp: () => string,
  random: Random,
): Person['document'] {
  switch (country.currency) {
    case 'BRL':
      return company
        ? {document_type: 'CNPJ', document_number: cnpjFrom(random)}
        : {document_type: 'CPF', document_number: cpfFrom(random)};
    case 'COP':
      return company
        ? {document_type: 'NIT', document_number: nitFrom(random)}
        : {document_type: 'CC', document_number: cedulaFrom(random)};
    case 'MXN':
      // The API knows no document of Mexican companies: it names the person who acts for one.
      return {document_type: 'CURP', document_number: curp()};
  }
}

/** A person, or a company for a business bank, of a country. */
export function personFrom(country: Country, company: boolean, random: Random): Person {
  const female = random.flip(0.5);
  const given = random.pick(female ? country.women : country.men);
  const [family, family2] = [random.pick(country.families), random.pick(country.families)];
  const name = company ? random.pick(country.companies) : `${given} ${family} ${family2}`;
  const [year, month, day] = [random.int(65, 99), random.int(1, 12), random.int(1, 28)];
  const birth = [year, month, day].map((part) => String(part).padStart(2, '0')).join('');
  return {
    name,
    email: `${mailName(company ? name : `${given} ${family}`)}@example.com`,
    phone: country.phone + random.digits(3),
    address: `${random.pick(country.streets)} ${random.int(10, 980)}, ${random.pick(country.cities)}`,
    document: documentOf(
      country,
      company,
      () => curpFrom({given, family, family2, female, birth}, random),
      random,
    ),
  };
}
