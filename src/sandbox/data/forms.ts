import type {WireFieldOption, WireFormField} from '../../api/contract.js';
import {formTexts} from './form-texts.js';
import type {FieldText, FormLanguage} from './form-texts.js';

const anything = '^.{1,}$';
/** The rule of Belvo's own sandbox banks. */
const shortName = '^[a-zA-Z0-9_]{1,16}$';
// Real banks are stricter. These rules let the documented test users in everywhere.
const loginName = '^[a-zA-Z0-9_.@+-]{1,60}$';
const documentNumber = '^[a-zA-Z0-9_]{4,16}$';
const curp = '^([A-Z]{4})([0-9]{6})([A-Z]{6})([A-Z0-9]{2})$';

function field(
  name: string,
  type: WireFormField['type'],
  texts: FieldText,
  validation: string,
): WireFormField {
  return {name, type, label: texts.label, validation, ...withoutLabel(texts)};
}

function withoutLabel({placeholder, validation_message}: FieldText): {
  placeholder: string;
  validation_message: string;
} {
  return {placeholder, validation_message};
}

function option(code: string, label: string, texts: FieldText, rule: string): WireFieldOption {
  return {code, label, validation: rule, ...withoutLabel(texts)};
}

function select(texts: FieldText, values: WireFieldOption[]): WireFormField {
  return {
    name: 'username_type',
    type: 'select',
    label: texts.label,
    placeholder: texts.placeholder,
    pre_selected: 0,
    values,
  };
}

function usernameAndPassword(language: FormLanguage, rule = loginName): WireFormField[] {
  const texts = formTexts[language];
  return [
    field('username', 'text', texts.username, rule),
    field('password', 'password', texts.password, anything),
  ];
}

function withToken(language: FormLanguage): WireFormField[] {
  const token = field('token', 'number', formTexts[language].token, '^\\d{6}$');
  return [...usernameAndPassword(language, shortName), {...token, length: '6', optional: true}];
}

function ironBank(): WireFormField[] {
  const texts = formTexts.pt;
  return [
    select(texts.documentType, [
      option('999', 'Identification (invalid)', texts.document, anything),
      option('003', 'Passport (valid)', texts.document, anything),
    ]),
    field('username', 'text', texts.username, shortName),
    field('username2', 'text', texts.operator, anything),
    field('password', 'password', texts.password, anything),
    field('password2', 'password', texts.password2, anything),
  ];
}

function colombianBank(): WireFormField[] {
  const texts = formTexts.es;
  const rule = documentNumber;
  return [
    select(texts.documentType, [
      option('001', 'Cédula de Ciudadanía', {...texts.document, placeholder: '1020304050'}, rule),
      option('002', 'Cédula de Extranjería', {...texts.document, placeholder: '345678'}, rule),
      option('003', 'Pasaporte', {...texts.document, placeholder: 'AB123456'}, rule),
    ]),
    field('username', 'text', texts.document, rule),
    field('password', 'password', texts.password, anything),
  ];
}

function brazilianBranchBank(): WireFormField[] {
  const texts = formTexts.pt;
  return [
    field('username', 'text', texts.agency, '^[a-zA-Z0-9_]{1,16}$'),
    field('username2', 'text', texts.account, '^[0-9]{1,12}-?[0-9xX]?$'),
    field('password', 'password', texts.password, anything),
  ];
}

function openFinance(kind: string): WireFormField[] {
  return kind === 'business'
    ? [
        field(
          'username',
          'text',
          formTexts.pt.cnpj,
          '^\\d{14}|\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}$',
        ),
      ]
    : [field('username', 'text', formTexts.pt.cpf, '^\\d{11}|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}$')];
}

function employment(country: string): WireFormField[] {
  const texts = formTexts[country === 'BR' ? 'pt' : 'es'];
  const users: Record<string, WireFormField> = {
    MX: field('username', 'text', texts.curp, curp),
    BR: field('username', 'text', texts.cpf, '^(\\d{11}|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2})$'),
    CO: field('username', 'text', texts.document, documentNumber),
  };
  const user = users[country] ?? field('username', 'text', texts.username, loginName);
  const hidden = field('password', 'hidden', texts.password, anything);
  return [user, {...hidden, value: 'fake-password'}];
}

function slowBank(): WireFormField[] {
  const texts = formTexts.es;
  return [
    field('username', 'number', texts.nit, '^[0-9]{1,15}$'),
    field('username2', 'number', texts.delay, '^[0-9]{1,6}$'),
    field('password', 'password', texts.password, anything),
  ];
}

function fiscal(brand: string): WireFormField[] {
  const texts = formTexts.es;
  const user = brand === 'sat' ? texts.rfc : {...texts.rfc, label: texts.username.label};
  return [
    field('username', 'text', user, shortName),
    field('password', 'password', texts.password, anything),
  ];
}

/** Brazilian banks that people enter with branch and account rather than a CPF. */
const branchBanks = new Set(['bancodobrasil', 'itau', 'bradesco', 'santander']);

function brazilianBank(brand: string): WireFormField[] {
  if (branchBanks.has(brand)) return brazilianBranchBank();
  const texts = {...formTexts.pt.cpf, validation_message: formTexts.pt.document.validation_message};
  return [
    field('username', 'text', texts, '^[a-zA-Z0-9_.-]{1,18}$'),
    field('password', 'password', formTexts.pt.password, anything),
  ];
}

function bank(brand: string, country: string): WireFormField[] {
  if (country === 'CO') return colombianBank();
  return country === 'BR' ? brazilianBank(brand) : usernameAndPassword('es');
}

/** The sign-in form of an institution, from the parts of its name (`brand_country_kind`). */
export function formOf(brand: string, country: string, kind: string): WireFormField[] {
  const language = country === 'BR' ? 'pt' : 'es';
  switch (brand) {
    case 'erebor':
    case 'gringotts':
    case 'gotham':
      return usernameAndPassword(language, shortName);
    case 'heimdall':
      return withToken(language);
    case 'ironbank':
      return ironBank();
    case 'belvo':
      return slowBank();
    // The institute asks for no password (Belvo's documentation of link creation).
    case 'imss':
      return [field('username', 'text', formTexts.es.curp, curp)];
  }
  if (kind === 'fiscal') return fiscal(brand);
  if (kind === 'employment') return employment(country);
  if (kind === 'gig') {
    const texts = formTexts[language];
    return [
      field('username', 'text', texts.email, loginName),
      field('password', 'password', texts.password, anything),
    ];
  }
  return brand.startsWith('of') ? openFinance(kind) : bank(brand, country);
}
