import type {WireInstitution, WireInstitutionType} from '../../api/contract.js';
import {formOf} from './forms.js';
import {institutionFacts} from './institution-facts.js';
import type {InstitutionFact} from './institution-facts.js';

const bankResources = [
  'ACCOUNTS',
  'TRANSACTIONS',
  'OWNERS',
  'RECURRING_EXPENSES',
  'RISK_INSIGHTS',
  'BALANCES',
  'INCOMES',
];

const fiscalResources = [
  'TAX_COMPLIANCE_STATUS',
  'TAX_RETURNS',
  'TAX_STATUS',
  'INVOICES',
  'FINANCIAL_STATEMENTS',
];

/** Institutions that offer something else than others of their kind. */
const ownResources: Readonly<Record<string, readonly string[]>> = {
  gotham: ['ACCOUNTS', 'TRANSACTIONS', 'OWNERS', 'BALANCES'],
  ofmockbank: [
    'ACCOUNTS',
    'TRANSACTIONS',
    'OWNERS',
    'RISK_INSIGHTS',
    'BALANCES',
    'INCOMES',
    'INVOICES',
  ],
  belvo: ['ACCOUNTS', 'OWNERS'],
};

/** Out of order, so that people see what that looks like. */
const down = new Set(['banregio_mx_retail', 'colpatria_co_retail']);
/** Without a logo in the real sandbox too; shows what a list does then. */
const withoutLogo = new Set(['ironbank', 'belvo']);
const challenging = new Set(['heimdall', 'gotham']);

/** An institution and what its name says. Its logo address still lacks the host it is asked at. */
export interface CatalogEntry {
  readonly brand: string;
  readonly institution: WireInstitution;
  /** Whether it knows the users that are asked for a second factor. */
  readonly challenges: boolean;
}

function typeOf(kind: string): WireInstitutionType {
  return kind === 'fiscal' || kind === 'employment' || kind === 'gig' ? kind : 'bank';
}

function resourcesOf(brand: string, type: WireInstitutionType): string[] {
  if (type === 'fiscal') return [...fiscalResources];
  if (type === 'employment') return ['EMPLOYMENT_RECORDS', 'OWNERS'];
  return [...(ownResources[brand] ?? bankResources)];
}

function featuresOf(brand: string): WireInstitution['features'] {
  if (brand !== 'heimdall') return [];
  return [{name: 'token_required', description: 'The institution may ask for a code at sign-in.'}];
}

function openFinanceOf(brand: string, name: string): WireInstitution['openbanking_information'] {
  if (brand !== 'ofmockbank') return null;
  return {
    description: 'Mock bank of the open finance network',
    participants: [name],
    authorization_server_id: 'c8f0bf49-4744-4933-8960-7add6e590841',
  };
}

function entryOf([id, name, displayName, color]: InstitutionFact): CatalogEntry {
  const [kind = '', country = '', ...rest] = name.split('_').reverse();
  const brand = rest.reverse().join('_');
  const code = country.toUpperCase();
  const type = typeOf(kind);
  const institution: WireInstitution = {
    id,
    name,
    type,
    code: null,
    website: null,
    display_name: displayName,
    country_code: code,
    country_codes: [code],
    primary_color: color,
    logo: null,
    icon_logo: withoutLogo.has(brand) ? null : `/logos/${name}.svg`,
    text_logo: null,
    form_fields: formOf(brand, code, kind),
    features: featuresOf(brand),
    integration_type: brand.startsWith('of') ? 'openfinance' : 'credentials',
    status: down.has(name) ? 'down' : 'healthy',
    resources: resourcesOf(brand, type),
    openbanking_information: openFinanceOf(brand, displayName),
  };
  return {brand, institution, challenges: challenging.has(brand)};
}

/** Every institution the sandbox knows, by number. */
export const catalog: readonly CatalogEntry[] = institutionFacts.map(entryOf);

const byName = new Map(catalog.map((entry) => [entry.institution.name, entry]));

/** The institution of a name. */
export function findInstitution(name: string): CatalogEntry | undefined {
  return byName.get(name);
}
