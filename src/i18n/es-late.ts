import type {es} from './es.js';
import type {Messages} from './messages.js';

/** Spanish, as spoken in Mexico and Colombia: the texts after the list. A line break parts a title from its explanation. */
export const esLate = {
  'institutions.kinds': 'Tipo de institución',
  'institutions.countries': 'País',
  'institutions.all': 'Todas',
  'institutions.everywhere': 'Todos los países',
  'institutions.count.one': '{count} institución',
  'institutions.count.other': '{count} instituciones',
  'institutions.empty': 'No encontramos «{query}»',
  'institutions.empty.filters': 'No hay instituciones con estos filtros',
  'institutions.empty.text': 'Revisa cómo está escrito o prueba con otro nombre.',
  'institutions.missing': 'Mi institución no aparece',
  'institutions.missing.text': 'Avísanos para poder agregarla',
  'institutions.clear': 'Borrar la búsqueda',
  'institutions.missing.thanks': 'Gracias, tomamos nota',
  'common.bank': 'La institución',

  'way.chooseAnother': 'Elegir otra institución',
  'way.leave': 'Salir',

  'credentials.title': 'Entra con tus datos de {bank}',
  'credentials.lead':
    'Son los mismos que usas en {bank}. Van cifrados a Belvo; {company} no los recibe.',
  'credentials.consent': 'Al conectar aceptas los <términos y el aviso de privacidad>.',
  'credentials.show': 'Mostrar',
  'credentials.hide': 'Ocultar',
  'credentials.show.label': 'Mostrar {label}',
  'credentials.hide.label': 'Ocultar {label}',
  'credentials.optional': '{label} (opcional)',
  'credentials.required': 'Completa este campo.',
  'credentials.choose': 'Elige una opción.',
  'credentials.invalid': 'Revisa este dato.',
  'credentials.summary': 'Hay {count} datos por revisar',
  'credentials.rejected':
    '{bank} no reconoció los datos\nRevisa tu usuario y escribe de nuevo la contraseña.',
  'credentials.refused':
    'Hay un dato que {bank} no acepta\nRevisa lo que escribiste e inténtalo de nuevo.',
  'credentials.submit': 'Conectar',
  'credentials.other': 'Elegir otra institución',

  'linking.title': 'Conectando con {bank}',
  'linking.code': 'Comprobando con {bank}',
  'linking.start': 'Suele tardar menos de un minuto. No cierres esta ventana.',
  'linking.wait': '{bank} sigue respondiendo. No cierres esta ventana.',
  'linking.long': 'Está tardando más de lo normal, pero la conexión sigue en curso.',

  'mfa.code':
    'Escribe el código de {bank}\nPuede llegar por SMS, por correo o estar en la app de {bank}.',
  'mfa.numeric':
    'Genera un código con este número\nEscribe el número en tu token o en la app de {bank}.',
  'mfa.numeric.value': 'Número para generar el código',
  'mfa.qr':
    'Escanea este código con la app de {bank}\nAbre la app de {bank} en tu teléfono y escanea la imagen.',
  'mfa.qr.image': 'Código QR de {bank}',
  'mfa.text': '{bank} te hace una pregunta\nResponde igual que cuando entras a {bank}.',
  'mfa.confirm':
    'Confirma en la app de {bank}\nAprueba el acceso en tu teléfono y después vuelve aquí.',
  'mfa.label': 'Código',
  'mfa.answer': 'Respuesta',
  'mfa.expires': 'Vence en {time}',
  'mfa.expires.spoken': 'Quedan {time} para responder',
  'mfa.wrong': 'El código no es correcto. Escribe uno nuevo.',
  'mfa.wrong.text': 'La respuesta no es correcta. Escríbela de nuevo.',
  'mfa.unconfirmed': 'Todavía no vemos tu confirmación. Aprueba el acceso y vuelve a intentarlo.',
  'mfa.required': 'Escribe el código.',
  'mfa.required.text': 'Escribe tu respuesta.',
  'mfa.submit': 'Confirmar',
  'mfa.submit.confirm': 'Ya lo aprobé',
  'mfa.restart': 'Empezar de nuevo',

  'success.title': 'Listo, tu cuenta está conectada',
  'success.text': '{bank} quedó vinculado con {company}.',
  'success.done': 'Volver a {company}',
  'success.done.anonymous': 'Terminar',

  'failure.offline':
    'No tienes conexión a internet\nRevisa tu wifi o tus datos móviles y vuelve a intentarlo. Nada se ha perdido.',
  'failure.network':
    'No pudimos conectarnos\nLa conexión se interrumpió antes de llegar a Belvo. Inténtalo de nuevo.',
  'failure.timeout':
    'La respuesta tardó demasiado\nEl servicio no respondió a tiempo. Espera un momento y vuelve a intentarlo.',
  'failure.rate_limited':
    'Hay muchas solicitudes en este momento\nEspera un minuto y vuelve a intentarlo.',
  'failure.server_error':
    'El servicio tuvo un problema\nEl problema está en Belvo, no en tus datos. Vuelve a intentarlo en unos minutos.',
  'failure.token_expired':
    'La sesión terminó\nPor seguridad dura pocos minutos. Vuelve a empezar desde {company}.',
  'failure.institution_down':
    '{bank} no responde en este momento\nEl problema es de {bank}. Prueba en unos minutos.',
  'failure.institution_unavailable':
    '{bank} no está disponible\nBelvo no puede conectarse ahora con {bank}. Prueba más tarde.',
  'failure.institution_inactive':
    '{bank} ya no se puede conectar\nPor ahora esta institución no está activa en Belvo.',
  'failure.unsupported_operation':
    '{bank} no ofrece los datos necesarios\nCon esta institución no es posible continuar.',
  'failure.account_locked':
    '{bank} bloqueó el acceso a tu cuenta\nDesbloquéala en la app o el sitio de {bank} y vuelve a intentarlo.',
  'failure.mfa_rejected': '{bank} no aceptó el código\nEmpieza de nuevo para recibir otro.',
  'failure.session_expired':
    'Se acabó el tiempo para responder\nEntra de nuevo para recibir otro código. Tu usuario sigue escrito.',
  'failure.too_many_sessions':
    'Ya hay una sesión abierta en {bank}\nCierra la sesión en la app o el sitio de {bank} y vuelve a intentarlo.',
  'failure.already_linked': 'Esta cuenta ya está conectada\nNo necesitas conectarla otra vez.',
  'failure.activation_required':
    '{bank} pide activar este acceso\nActívalo en la app de {bank} y vuelve a intentarlo.',
  'failure.outcome_unknown':
    'No sabemos si la cuenta quedó conectada\nSe perdió la respuesta. Revisa con {company} antes de intentarlo otra vez.',
  'failure.another': 'También puedes usar otra institución.',
  'failure.page':
    'No pudimos abrir la conexión\nNo es un problema tuyo: falta un ajuste en el sitio. Avisa a {company}.',

  'folio.id': 'Folio {id}',
  'folio.copy': 'Copiar folio',
  'folio.copied': 'Folio copiado',

  'leave.title': '¿Salir sin conectar?',
  'leave.text': 'Todavía no se ha conectado ninguna cuenta. Lo que escribiste no se guarda.',
  'leave.stay': 'Seguir conectando',
  'leave.leave': 'Salir',

  'survey.title': '¿Por qué prefieres no conectar?',
  'survey.text': 'Una respuesta nos ayuda a mejorar. Puedes saltarla.',
  'survey.missing_institution': 'No encontré mi institución',
  'survey.forgot_credentials': 'No recuerdo mis datos',
  'survey.no_trust': 'No me siento seguro',
  'survey.later': 'Lo haré después',
  'survey.other': 'Otra razón',
  'survey.send': 'Enviar y salir',
  'survey.skip': 'Saltar',
} satisfies Omit<Messages, keyof typeof es>;
