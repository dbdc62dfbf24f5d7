/** English. Its keys are the keys of every language. A line break parts a title from its explanation. */
export const en = {
  'common.back': 'Back',
  'common.close': 'Close',
  'common.loading': 'Loading…',
  'common.company': 'this site',
  'common.failed': 'We could not load this part. Check your connection.',

  'way.retry': 'Try again',

  'intro.title': '{company} uses Belvo to connect your account',
  'intro.title.anonymous': 'Connect your account with Belvo',
  'intro.lead': 'It takes about a minute, with no paperwork.',
  'intro.read': 'Read only',
  'intro.read.text': 'Balances, transactions and owner are read. Money cannot be moved.',
  'intro.choice': 'You decide',
  'intro.choice.text': 'Nothing is shared until you sign in and finish.',
  'intro.undo': 'You can undo it',
  'intro.undo.text': 'Ask {company} to disconnect the account whenever you like.',
  'intro.proof': 'Many people already connect their accounts with Belvo.',
  'intro.terms': 'By continuing you accept the <terms and privacy notice>.',
  'intro.continue': 'Continue',

  'institutions.title': 'Choose your institution',
  'institutions.search': 'Search institutions',
  'institutions.clear': 'Clear the search',
  'institutions.list': 'Institutions',
  'institutions.down': 'Unavailable',
  'institutions.missing': 'My institution is not listed',
  'institutions.missing.text': 'Tell us, so that it can be added',

  'kind.retail': 'Personal',
  'kind.business': 'Business',
  'kind.fiscal': 'Tax',
  'kind.employment': 'Employment',
  'kind.gig': 'Platforms',

  'country.MX': 'Mexico',
  'country.CO': 'Colombia',
  'country.BR': 'Brazil',

  'institutions.kinds': 'Kind of institution',
  'institutions.countries': 'Country',
  'institutions.all': 'All',
  'institutions.everywhere': 'All countries',
  'institutions.count.one': '{count} institution',
  'institutions.count.other': '{count} institutions',
  'institutions.empty': 'Nothing found for “{query}”',
  'institutions.empty.filters': 'No institutions with these filters',
  'institutions.empty.text': 'Check the spelling or try another name.',
  'institutions.missing.thanks': 'Thank you, noted',
  'common.bank': 'The institution',

  'way.chooseAnother': 'Choose another institution',
  'way.leave': 'Leave',

  'credentials.title': 'Sign in with your {bank} details',
  'credentials.lead':
    'The same ones you use at {bank}. They go encrypted to Belvo; {company} does not receive them.',
  'credentials.consent': 'By connecting you accept the <terms and privacy notice>.',
  'credentials.show': 'Show',
  'credentials.hide': 'Hide',
  'credentials.show.label': 'Show {label}',
  'credentials.hide.label': 'Hide {label}',
  'credentials.optional': '{label} (optional)',
  'credentials.required': 'Fill in this field.',
  'credentials.choose': 'Choose an option.',
  'credentials.invalid': 'Check this field.',
  'credentials.summary': '{count} fields need another look',
  'credentials.rejected':
    '{bank} did not recognise these details\nCheck your user name and type the password again.',
  'credentials.refused':
    '{bank} does not accept one of the fields\nCheck what you typed and try again.',
  'credentials.submit': 'Connect',
  'credentials.other': 'Choose another institution',

  'linking.title': 'Connecting to {bank}',
  'linking.code': 'Checking with {bank}',
  'linking.start': 'It usually takes less than a minute. Keep this window open.',
  'linking.wait': '{bank} is still answering. Keep this window open.',
  'linking.long': 'It is taking longer than usual, but the connection is still under way.',

  'mfa.code':
    'Enter the code from {bank}\nIt may come by text message or e-mail, or be in the {bank} app.',
  'mfa.numeric':
    'Generate a code with this number\nType the number into your token or the {bank} app.',
  'mfa.numeric.value': 'Number to generate the code with',
  'mfa.qr':
    'Scan this code with the {bank} app\nOpen the {bank} app on your phone and scan the image.',
  'mfa.qr.image': 'QR code from {bank}',
  'mfa.text': '{bank} has a question for you\nAnswer as you do when you sign in to {bank}.',
  'mfa.confirm':
    'Confirm in the {bank} app\nApprove the sign-in on your phone, then come back here.',
  'mfa.label': 'Code',
  'mfa.answer': 'Answer',
  'mfa.expires': 'Expires in {time}',
  'mfa.expires.spoken': '{time} left to answer',
  'mfa.wrong': 'That code is not right. Enter a new one.',
  'mfa.wrong.text': 'That answer is not right. Type it again.',
  'mfa.unconfirmed': 'We do not see your approval yet. Approve the sign-in and try again.',
  'mfa.required': 'Enter the code.',
  'mfa.required.text': 'Type your answer.',
  'mfa.submit': 'Confirm',
  'mfa.submit.confirm': 'I have approved it',
  'mfa.restart': 'Start again',

  'success.title': 'Done, your account is connected',
  'success.text': '{bank} is now connected to {company}.',
  'success.done': 'Back to {company}',
  'success.done.anonymous': 'Finish',

  'failure.offline':
    'You are not connected to the internet\nCheck your wifi or mobile data and try again. Nothing is lost.',
  'failure.network':
    'We could not get through\nThe connection broke off before it reached Belvo. Try again.',
  'failure.timeout':
    'The answer took too long\nThe service did not answer in time. Wait a moment and try again.',
  'failure.rate_limited': 'There are too many requests right now\nWait a minute and try again.',
  'failure.server_error':
    'The service had a problem\nThe problem is at Belvo, not in your details. Try again in a few minutes.',
  'failure.token_expired':
    'The session has ended\nFor safety it lasts a few minutes. Start again from {company}.',
  'failure.institution_down':
    '{bank} is not answering right now\nThe problem is at {bank}. Try in a few minutes.',
  'failure.institution_unavailable':
    '{bank} is not available\nBelvo cannot reach {bank} right now. Try later.',
  'failure.institution_inactive':
    '{bank} can no longer be connected\nThis institution is not active at Belvo for now.',
  'failure.unsupported_operation':
    '{bank} does not offer the data needed\nIt is not possible to go on with this institution.',
  'failure.account_locked':
    '{bank} has locked your account\nUnlock it in the app or on the site of {bank}, then try again.',
  'failure.mfa_rejected': '{bank} did not accept the code\nStart again to get another one.',
  'failure.session_expired':
    'The time to answer has run out\nSign in again to get another code. Your user name is still there.',
  'failure.too_many_sessions':
    'You are already signed in at {bank}\nSign out in the app or on the site of {bank}, then try again.',
  'failure.already_linked':
    'This account is already connected\nThere is no need to connect it again.',
  'failure.activation_required':
    '{bank} wants this access activated\nActivate it in the {bank} app, then try again.',
  'failure.outcome_unknown':
    'We do not know whether the account was connected\nThe answer was lost. Check with {company} before you try again.',
  'failure.another': 'You can also use another institution.',
  'failure.page':
    'We could not open the connection\nIt is not your fault: a setting is missing on this site. Please contact whoever runs it.',

  'folio.id': 'Reference {id}',
  'folio.copy': 'Copy reference',
  'folio.copied': 'Reference copied',

  'leave.title': 'Leave without connecting?',
  'leave.text': 'No account has been connected yet. What you typed is not kept.',
  'leave.stay': 'Keep connecting',
  'leave.leave': 'Leave',

  'survey.title': 'Why would you rather not connect?',
  'survey.text': 'One answer helps us improve. You can skip it.',
  'survey.missing_institution': 'I did not find my institution',
  'survey.forgot_credentials': 'I do not remember my details',
  'survey.no_trust': 'I do not feel safe',
  'survey.later': 'I will do it later',
  'survey.other': 'Another reason',
  'survey.send': 'Send and leave',
  'survey.skip': 'Skip',
};
