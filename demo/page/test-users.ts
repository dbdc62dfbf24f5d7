/** A user whom the sandbox knows, and what becomes of them. */
export interface TestUser {
  readonly institution: string;
  readonly user: string;
  readonly password: string;
  readonly result: string;
  /** Codes that the second factor accepts, and one that it refuses. */
  readonly codes?: readonly {readonly value: string; readonly meaning: string}[];
}

const codes = [
  {value: '111111', meaning: 'correcto'},
  {value: '999999', meaning: 'incorrecto'},
] as const;

/** The sandbox's users; any other user with any password gets the complete data. */
export const TEST_USERS: readonly TestUser[] = [
  {institution: 'Erebor', user: 'bnk100', password: 'full', result: 'Datos completos'},
  {institution: 'Erebor', user: 'bnk101', password: 'nodata', result: 'Sin datos'},
  {institution: 'Erebor', user: 'bnk102', password: 'low', result: 'Pocos datos'},
  {institution: 'Erebor', user: 'bnk103', password: 'negative', result: 'Saldos negativos'},
  {
    institution: 'Erebor',
    user: 'user_invalid',
    password: 'pass_invalid',
    result: 'Datos incorrectos',
  },
  {
    institution: 'Heimdall',
    user: 'mfa_default',
    password: 'pass_valid',
    result: 'Pide un código',
    codes,
  },
  {
    institution: 'Heimdall',
    user: 'mfa_numeric',
    password: 'numeric_code',
    result: 'Muestra un número y pide un código',
    codes,
  },
  {
    institution: 'Heimdall',
    user: 'mfa_qr',
    password: 'qr_code',
    result: 'Muestra un QR y pide un código',
    codes,
  },
  {institution: 'Tatooine', user: 'fiscal100', password: 'full', result: 'Institución fiscal'},
];
