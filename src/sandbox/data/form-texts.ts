/** Language in which an institution's form speaks to its customers. */
export type FormLanguage = 'es' | 'pt';

/** Label, placeholder and the sentence for a value that does not fit. */
export interface FieldText {
  readonly label: string;
  readonly placeholder: string;
  readonly validation_message: string;
}

type FieldName =
  | 'username'
  | 'email'
  | 'password'
  | 'password2'
  | 'token'
  | 'rfc'
  | 'curp'
  | 'nss'
  | 'document'
  | 'documentType'
  | 'cpf'
  | 'cnpj'
  | 'agency'
  | 'account'
  | 'operator'
  | 'nit'
  | 'delay';

function text(label: string, placeholder: string, message: string): FieldText {
  return {label, placeholder, validation_message: message};
}

const es: Record<FieldName, FieldText> = {
  username: text('Usuario', '12345678901', 'Usa de 1 a 16 letras, números o guiones bajos.'),
  email: text('Correo o usuario', 'nombre@ejemplo.com', 'Escribe tu correo o tu usuario.'),
  password: text('Contraseña', 'Tu contraseña', 'Escribe tu contraseña.'),
  password2: text('Segunda contraseña', 'Tu segunda contraseña', 'Escribe tu segunda contraseña.'),
  token: text('Código de seguridad', '123456', 'El código tiene 6 números.'),
  rfc: text('RFC', 'PFIS010101000', 'Escribe tu RFC, hasta 16 letras y números.'),
  curp: text('CURP', 'Ej: LOLJ970312MBSPPN08', 'La CURP tiene 18 letras y números.'),
  nss: text('CURP o usuario', 'LOLJ970312MBSPPN08', 'Escribe tu CURP o tu usuario.'),
  document: text('Número de documento', '1020304050', 'Usa de 4 a 16 letras o números.'),
  documentType: text('Tipo de documento', 'Elige tu documento', 'Elige un tipo de documento.'),
  cpf: text('CPF', '000.000.000-00', 'El CPF tiene 11 números.'),
  cnpj: text('CNPJ', '00.000.000/0000-00', 'El CNPJ tiene 14 números.'),
  agency: text('Sucursal', '0001', 'La sucursal tiene hasta 5 números.'),
  account: text('Cuenta', '12345-6', 'Escribe el número de tu cuenta.'),
  operator: text('Segundo usuario', 'Tu segundo usuario', 'Escribe tu segundo usuario.'),
  nit: text('NIT', '900123456', 'El NIT tiene hasta 15 números.'),
  delay: text('Segundos de espera', '5', 'Escribe los segundos con números.'),
};

const pt: Record<FieldName, FieldText> = {
  username: text('Usuário', '12345678901', 'Use de 1 a 16 letras, números ou sublinhados.'),
  email: text('E-mail ou usuário', 'nome@exemplo.com', 'Digite seu e-mail ou usuário.'),
  password: text('Senha', 'Sua senha', 'Digite sua senha.'),
  password2: text('Segunda senha', 'Sua segunda senha', 'Digite sua segunda senha.'),
  token: text('Código de segurança', '123456', 'O código tem 6 números.'),
  rfc: text('RFC', 'PFIS010101000', 'Digite o RFC, até 16 letras e números.'),
  curp: text('CURP', 'Ex.: LOLJ970312MBSPPN08', 'A CURP tem 18 letras e números.'),
  nss: text('CPF ou usuário', '000.000.000-00', 'Digite seu CPF ou usuário.'),
  document: text('Número do documento', '00000000000', 'Use de 4 a 16 letras ou números.'),
  documentType: text('Tipo de acesso', 'Opções de acesso', 'Escolha uma opção de acesso.'),
  cpf: text('CPF', '000.000.000-00', 'O CPF tem 11 números.'),
  cnpj: text('CNPJ', '00.000.000/0000-00', 'O CNPJ tem 14 números.'),
  agency: text('Agência', '0001', 'A agência tem até 5 números.'),
  account: text('Conta com dígito', '12345-6', 'Digite o número da conta.'),
  operator: text('Segundo usuário', 'Seu segundo usuário', 'Digite seu segundo usuário.'),
  nit: text('NIT', '900123456', 'O NIT tem até 15 números.'),
  delay: text('Segundos de espera', '5', 'Digite os segundos em números.'),
};

/** Texts of the sign-in forms, ours, by language. */
export const formTexts: Record<FormLanguage, Record<FieldName, FieldText>> = {es, pt};
