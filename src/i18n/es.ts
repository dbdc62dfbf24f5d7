import type {Messages} from './messages.js';

/** Spanish, as spoken in Mexico and Colombia: the texts up to the list. The default language, and so part of the first load. */
export const es = {
  'common.back': 'Volver',
  'common.close': 'Cerrar',
  'common.loading': 'Cargando…',
  'common.company': 'este sitio',
  'common.failed': 'No pudimos cargar esta parte. Revisa tu conexión.',

  'way.retry': 'Intentar de nuevo',

  'intro.title': '{company} usa Belvo para conectar tu cuenta',
  'intro.title.anonymous': 'Conecta tu cuenta con Belvo',
  'intro.lead': 'Toma alrededor de un minuto y no necesitas papeles.',
  'intro.read': 'Solo lectura',
  'intro.read.text': 'Se consultan saldos, movimientos y titular. No se puede mover dinero.',
  'intro.choice': 'Tú decides',
  'intro.choice.text': 'Nada se comparte hasta que entras con tus datos y terminas.',
  'intro.undo': 'Se puede retirar',
  'intro.undo.text': 'Pide a {company} que desconecte la cuenta cuando quieras.',
  'intro.proof': 'Muchas personas ya conectan sus cuentas con Belvo.',
  'intro.terms': 'Al continuar aceptas los <términos y el aviso de privacidad>.',
  'intro.continue': 'Continuar',

  'institutions.title': 'Elige tu institución',
  'institutions.search': 'Buscar institución',
  'institutions.list': 'Instituciones',
  'institutions.down': 'No disponible',

  'kind.retail': 'Personas',
  'kind.business': 'Empresas',
  'kind.fiscal': 'Fiscal',
  'kind.employment': 'Empleo',
  'kind.gig': 'Plataformas',

  'country.MX': 'México',
  'country.CO': 'Colombia',
  'country.BR': 'Brasil',
} satisfies Partial<Messages>;
