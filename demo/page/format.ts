const LOCALE = 'es-MX';

/** Money as people in Mexico write it: `$1,234.50`; other currencies keep their code. */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat(LOCALE, {style: 'currency', currency}).format(amount);
}

/** Money without cents, for axes and summaries. */
export function roundMoney(amount: number, currency: string): string {
  const format = {style: 'currency', currency, maximumFractionDigits: 0} as const;
  return new Intl.NumberFormat(LOCALE, format).format(amount);
}

/** `12 nov`; the input is a calendar day, `YYYY-MM-DD`, and has no time zone. */
export function shortDay(day: string): string {
  return formatDay(day, {day: 'numeric', month: 'short'});
}

/** `12 de noviembre de 2026`. */
export function longDay(day: string): string {
  return formatDay(day, {day: 'numeric', month: 'long', year: 'numeric'});
}

function formatDay(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, {timeZone: 'UTC', ...options}).format(new Date(day));
}

/** `12 nov, 14:03`, in the person's time zone. */
export function moment(timestamp: string): string {
  const format = {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'} as const;
  return new Date(timestamp).toLocaleString(LOCALE, {...format, hour12: false});
}

/** `14:03:27`, in the person's time zone. */
export function clockTime(at: Date): string {
  return at.toLocaleTimeString(LOCALE, {hour12: false});
}

const COUNTRIES = new Intl.DisplayNames(LOCALE, {type: 'region'});

/** An institution's name in the API, such as `erebor_mx_retail`, for people: name and country. */
export function institutionName(name: string): {title: string; country: string} {
  const [title = name, country = ''] = name.split('_');
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    country: /^[a-z]{2}$/.test(country) ? (COUNTRIES.of(country.toUpperCase()) ?? '') : '',
  };
}

const ACCOUNT_CATEGORIES: Readonly<Record<string, string>> = {
  CHECKING_ACCOUNT: 'Cuenta de cheques',
  CREDIT_CARD: 'Tarjeta de crédito',
  INVESTMENT_ACCOUNT: 'Inversión',
  LOAN_ACCOUNT: 'Préstamo',
  PENSION_FUND_ACCOUNT: 'Fondo de retiro',
  RECEIVABLES_ACCOUNT: 'Cuentas por cobrar',
  SAVINGS_ACCOUNT: 'Cuenta de ahorro',
};

/** The kind of an account in Spanish. */
export function accountCategory(category: string | null): string {
  return ACCOUNT_CATEGORIES[category ?? ''] ?? 'Cuenta';
}

const TRANSACTION_CATEGORIES: Readonly<Record<string, string>> = {
  'Bills & Utilities': 'Servicios',
  'Credits & Loans': 'Créditos',
  Deposits: 'Depósitos',
  'Fees & Charges': 'Comisiones',
  'Food & Groceries': 'Comida y súper',
  'Home & Life': 'Hogar y vida',
  'Income & Payments': 'Ingresos',
  Insurance: 'Seguros',
  'Investments & Savings': 'Ahorro e inversión',
  'Online Platforms & Leisure': 'Ocio y plataformas',
  'Personal Shopping': 'Compras',
  Taxes: 'Impuestos',
  Transfers: 'Transferencias',
  'Transport & Travel': 'Transporte y viajes',
  'Withdrawal & ATM': 'Retiros',
};

/** The kind of a transaction in Spanish. */
export function transactionCategory(category: string | null): string {
  return TRANSACTION_CATEGORIES[category ?? ''] ?? 'Sin categoría';
}
