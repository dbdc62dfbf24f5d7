import type {FirstMessages} from './messages.js';

/** Portuguese, as spoken in Brazil: the texts up to the list. */
export const pt = {
  'common.back': 'Voltar',
  'common.close': 'Fechar',
  'common.loading': 'Carregando…',
  'common.dialog': 'Conectar uma conta',
  'common.bank': 'A instituição',
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
  'institutions.kinds': 'Tipo de instituição',
  'institutions.countries': 'País',
  'institutions.all': 'Todas',
  'institutions.everywhere': 'Todos os países',
  'institutions.list': 'Instituições',
  'institutions.count.one': '{count} instituição',
  'institutions.count.other': '{count} instituições',
  'institutions.empty': 'Não encontramos “{query}”',
  'institutions.empty.filters': 'Não há instituições com estes filtros',
  'institutions.empty.text': 'Confira como está escrito ou tente outro nome.',
  'institutions.down': 'Indisponível',
  'institutions.missing': 'Minha instituição não aparece',
  'institutions.missing.text': 'Avise para que ela possa ser incluída',
  'institutions.missing.thanks': 'Obrigado, anotamos',

  'kind.retail': 'Pessoa física',
  'kind.business': 'Empresas',
  'kind.fiscal': 'Fiscal',
  'kind.employment': 'Emprego',
  'kind.gig': 'Plataformas',

  'country.MX': 'México',
  'country.CO': 'Colômbia',
  'country.BR': 'Brasil',
} satisfies FirstMessages;
