import {notice} from '../announcements.js';
import type {Input} from '../inputs.js';
import {choose, close, fail, pick} from '../late-moves.js';
import {to, type Transition} from '../moves.js';
import type {Institutions, Intro} from '../state.js';
import {withList} from './choose.js';

/** What the first steps leave to the later part of the flow: all but the straight way to the list. */
export function stopFirst(state: Intro | Institutions, input: Input): Transition {
  const {session} = state;
  switch (input.type) {
    case 'close':
      return close(state);
    case 'tokenFailed':
      return fail(session, input.failure, 'token');
    default:
      return state.step === 'intro' ? stopIntro(state, input) : stopList(state, input);
  }
}

function stopIntro(state: Intro, input: Input): Transition {
  if (input.type !== 'consent') return to(state);
  const next = choose({...state.session, consented: true});
  return to(next.state, notice('CONSENT'), ...next.commands);
}

function stopList(state: Institutions, input: Input): Transition {
  const {session} = state;
  switch (input.type) {
    case 'back':
      return to({step: 'intro', session});
    case 'search':
      return to({...state, session: {...session, query: input.query}});
    case 'chooseKind':
      return to({...state, session: {...session, kind: input.kind}});
    case 'chooseCountry':
      return to({...state, session: {...session, country: input.country}});
    case 'reportMissing':
      return session.reportedMissing ? to(state) : reportMissing(state);
    case 'pickInstitution':
      return pick(session, input.institution);
    case 'institutionsComplete':
      return choose(withList(session, input));
    case 'institutionsFailed': {
      const missed = withList(session, input);
      return missed.list.status === 'failed'
        ? fail(missed, input.failure, 'institutions')
        : to({...state, session: missed});
    }
    default:
      return to(state);
  }
}

/** The words that were searched for stay with the person: the page hears only how many letters they had. */
function reportMissing(state: Institutions): Transition {
  const {session} = state;
  return to(
    {...state, session: {...session, reportedMissing: true}},
    notice('INSTITUTION_MISSING', {query_length: session.query.length}),
  );
}
