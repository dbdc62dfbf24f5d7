import type {Messages} from './messages.js';

/** Portuguese, as spoken in Brazil. A line break parts a title from its explanation. */
export const pt = {
  'common.back': 'Voltar',
  'common.close': 'Fechar',
  'common.loading': 'Carregando…',
  'common.company': 'este site',
  'common.failed': 'Não conseguimos carregar esta parte. Confira sua conexão.',

  'way.retry': 'Tentar de novo',

  'intro.title': '{company} usa a Belvo para conectar sua conta',
  'intro.title.anonymous': 'Conecte sua conta com a Belvo',
  'intro.lead': 'Leva cerca de um minuto e não precisa de papelada.',
  'intro.read': 'Somente leitura',
  'intro.read.text':
    'São consultados saldos, transações e titular. Não é possível movimentar dinheiro.',
  'intro.choice': 'Você decide',
  'intro.choice.text': 'Nada é compartilhado até você entrar com seus dados e concluir.',
  'intro.undo': 'Dá para desfazer',
  'intro.undo.text': 'Peça para {company} desconectar a conta quando quiser.',
  'intro.proof': 'Muitas pessoas já conectam suas contas com a Belvo.',
  'intro.terms': 'Ao continuar, você aceita os <termos e o aviso de privacidade>.',
  'intro.continue': 'Continuar',

  'institutions.title': 'Escolha sua instituição',
  'institutions.search': 'Buscar instituição',
  'institutions.clear': 'Limpar a busca',
  'institutions.list': 'Instituições',
  'institutions.down': 'Indisponível',
  'institutions.missing': 'Minha instituição não aparece',
  'institutions.missing.text': 'Avise para que ela possa ser incluída',

  'kind.retail': 'Pessoa física',
  'kind.business': 'Empresas',
  'kind.fiscal': 'Fiscal',
  'kind.employment': 'Emprego',
  'kind.gig': 'Plataformas',

  'country.MX': 'México',
  'country.CO': 'Colômbia',
  'country.BR': 'Brasil',

  'institutions.kinds': 'Tipo de instituição',
  'institutions.countries': 'País',
  'institutions.all': 'Todas',
  'institutions.everywhere': 'Todos os países',
  'institutions.count.one': '{count} instituição',
  'institutions.count.other': '{count} instituições',
  'institutions.empty': 'Não encontramos “{query}”',
  'institutions.empty.filters': 'Não há instituições com estes filtros',
  'institutions.empty.text': 'Confira como está escrito ou tente outro nome.',
  'institutions.missing.thanks': 'Obrigado, anotamos',
  'common.bank': 'A instituição',

  'way.chooseAnother': 'Escolher outra instituição',
  'way.leave': 'Sair',

  'credentials.title': 'Entre com seus dados de {bank}',
  'credentials.lead':
    'São os mesmos que você usa em {bank}. Vão criptografados para a Belvo; {company} não os recebe.',
  'credentials.consent': 'Ao conectar, você aceita os <termos e o aviso de privacidade>.',
  'credentials.show': 'Mostrar',
  'credentials.hide': 'Ocultar',
  'credentials.show.label': 'Mostrar {label}',
  'credentials.hide.label': 'Ocultar {label}',
  'credentials.optional': '{label} (opcional)',
  'credentials.required': 'Preencha este campo.',
  'credentials.choose': 'Escolha uma opção.',
  'credentials.invalid': 'Confira este dado.',
  'credentials.summary': 'Há {count} dados para conferir',
  'credentials.rejected':
    '{bank} não reconheceu os dados\nConfira seu usuário e digite a senha de novo.',
  'credentials.refused':
    'Há um dado que {bank} não aceita\nConfira o que você digitou e tente de novo.',
  'credentials.submit': 'Conectar',
  'credentials.other': 'Escolher outra instituição',

  'linking.title': 'Conectando com {bank}',
  'linking.code': 'Verificando com {bank}',
  'linking.start': 'Costuma levar menos de um minuto. Não feche esta janela.',
  'linking.wait': '{bank} ainda está respondendo. Não feche esta janela.',
  'linking.long': 'Está demorando mais que o normal, mas a conexão continua em andamento.',

  'mfa.code':
    'Digite o código de {bank}\nEle pode chegar por SMS, por e-mail ou estar no app de {bank}.',
  'mfa.numeric':
    'Gere um código com este número\nDigite o número no seu token ou no app de {bank}.',
  'mfa.numeric.value': 'Número para gerar o código',
  'mfa.qr':
    'Escaneie este código com o app de {bank}\nAbra o app de {bank} no celular e escaneie a imagem.',
  'mfa.qr.image': 'Código QR de {bank}',
  'mfa.text': '{bank} tem uma pergunta para você\nResponda como faz quando entra em {bank}.',
  'mfa.confirm': 'Confirme no app de {bank}\nAprove o acesso no celular e depois volte aqui.',
  'mfa.label': 'Código',
  'mfa.answer': 'Resposta',
  'mfa.expires': 'Expira em {time}',
  'mfa.expires.spoken': 'Faltam {time} para responder',
  'mfa.wrong': 'O código não está certo. Digite um novo.',
  'mfa.wrong.text': 'A resposta não está certa. Digite de novo.',
  'mfa.unconfirmed': 'Ainda não vemos sua aprovação. Aprove o acesso e tente de novo.',
  'mfa.required': 'Digite o código.',
  'mfa.required.text': 'Digite sua resposta.',
  'mfa.submit': 'Confirmar',
  'mfa.submit.confirm': 'Já aprovei',
  'mfa.restart': 'Começar de novo',

  'success.title': 'Pronto, sua conta está conectada',
  'success.text': '{bank} agora está conectado a {company}.',
  'success.done': 'Voltar para {company}',
  'success.done.anonymous': 'Concluir',

  'failure.offline':
    'Você está sem internet\nConfira seu wi-fi ou seus dados móveis e tente de novo. Nada se perdeu.',
  'failure.network':
    'Não conseguimos conectar\nA conexão caiu antes de chegar à Belvo. Tente de novo.',
  'failure.timeout':
    'A resposta demorou demais\nO serviço não respondeu a tempo. Espere um momento e tente de novo.',
  'failure.rate_limited': 'Há muitas solicitações neste momento\nEspere um minuto e tente de novo.',
  'failure.server_error':
    'O serviço teve um problema\nO problema está na Belvo, não nos seus dados. Tente de novo em alguns minutos.',
  'failure.token_expired':
    'A sessão terminou\nPor segurança ela dura poucos minutos. Comece de novo a partir de {company}.',
  'failure.institution_down':
    '{bank} não está respondendo agora\nO problema é de {bank}. Tente em alguns minutos.',
  'failure.institution_unavailable':
    '{bank} não está disponível\nA Belvo não consegue acessar {bank} agora. Tente mais tarde.',
  'failure.institution_inactive':
    '{bank} não pode mais ser conectada\nPor enquanto esta instituição não está ativa na Belvo.',
  'failure.unsupported_operation':
    '{bank} não oferece os dados necessários\nNão é possível continuar com esta instituição.',
  'failure.account_locked':
    '{bank} bloqueou o acesso à sua conta\nDesbloqueie no app ou no site de {bank} e tente de novo.',
  'failure.mfa_rejected': '{bank} não aceitou o código\nComece de novo para receber outro.',
  'failure.session_expired':
    'O tempo para responder acabou\nEntre de novo para receber outro código. Seu usuário continua escrito.',
  'failure.too_many_sessions':
    'Já existe uma sessão aberta em {bank}\nEncerre a sessão no app ou no site de {bank} e tente de novo.',
  'failure.already_linked': 'Esta conta já está conectada\nNão é preciso conectar outra vez.',
  'failure.activation_required':
    '{bank} pede para ativar este acesso\nAtive no app de {bank} e tente de novo.',
  'failure.outcome_unknown':
    'Não sabemos se a conta foi conectada\nA resposta se perdeu. Confira com {company} antes de tentar de novo.',
  'failure.another': 'Você também pode usar outra instituição.',
  'failure.page':
    'Não conseguimos abrir a conexão\nO problema não é seu: falta um ajuste no site. Avise {company}.',

  'folio.id': 'Protocolo {id}',
  'folio.copy': 'Copiar protocolo',
  'folio.copied': 'Protocolo copiado',

  'leave.title': 'Sair sem conectar?',
  'leave.text': 'Nenhuma conta foi conectada ainda. O que você digitou não fica guardado.',
  'leave.stay': 'Continuar conectando',
  'leave.leave': 'Sair',

  'survey.title': 'Por que você prefere não conectar?',
  'survey.text': 'Uma resposta ajuda a melhorar. Você pode pular.',
  'survey.missing_institution': 'Não encontrei minha instituição',
  'survey.forgot_credentials': 'Não lembro meus dados',
  'survey.no_trust': 'Não me sinto seguro',
  'survey.later': 'Vou fazer depois',
  'survey.other': 'Outro motivo',
  'survey.send': 'Enviar e sair',
  'survey.skip': 'Pular',
} satisfies Messages;
