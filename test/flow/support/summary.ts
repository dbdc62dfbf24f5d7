import type {Command, ConnectEventDetail, PublicEvent} from '../../../src/flow/commands.js';

/**
 * A command in one line, so that tables read well: `fetchForm erebor_mx_retail`,
 * `PAGE_LOAD /credentials < /institutions @erebor_mx_retail`, `exit credentials @erebor_mx_retail !login_error`.
 * Absent names, pages and codes are `-`.
 */
export function summary(command: Command): string {
  switch (command.type) {
    case 'announce':
      return announced(command.event);
    case 'fetchForm':
      return `fetchForm ${command.name}`;
    case 'createLink':
      return `createLink ${command.institution}`;
    case 'resumeLink':
      return `resumeLink ${command.challenge.session}`;
    case 'expireAt':
      return `expireAt ${command.at}`;
    case 'readToken':
    case 'listInstitutions':
      return command.type;
  }
}

/** What the page hears, in one line. */
export function announced(event: PublicEvent): string {
  switch (event.type) {
    case 'success':
      return `success ${event.detail.link} @${event.detail.institution}`;
    case 'exit': {
      const {last_encountered_error: error, meta_data: about} = event.detail;
      return `exit ${about.step} @${about.institution_name ?? '-'} !${error?.code ?? '-'}`;
    }
    case 'event':
      return noticed(event.detail);
  }
}

function noticed({eventName, meta_data: data}: ConnectEventDetail): string {
  const about =
    data['institution_name'] === undefined ? '' : ` @${data['institution_name'] ?? '-'}`;
  switch (eventName) {
    case 'PAGE_LOAD':
      return `PAGE_LOAD ${data['page']} < ${data['from'] ?? '-'}${about}`;
    case 'ERROR':
      return `ERROR ${data['error_code']}${about}`;
    case 'WARNING':
      return `WARNING ${data['warning_code']}${about}`;
    case 'MFA_REQUEST':
      return `MFA_REQUEST ${data['kind']}${about}`;
    case 'SURVEY':
      return `SURVEY ${data['reason']}`;
    case 'INSTITUTION_MISSING':
      return `INSTITUTION_MISSING ${data['query_length']}`;
    case 'CONSENT':
    case 'INSTITUTION_SELECT':
    case 'CREDENTIALS_SUBMIT':
    case 'MFA_SUBMIT':
    case 'CLOSE':
      return `${eventName}${about}`;
  }
}
