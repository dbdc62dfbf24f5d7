import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {ConnectEventDetail, PublicEvent} from '../../src/flow/commands.js';
import type {Step} from '../../src/flow/state.js';
import {waysOut} from '../../src/flow/ways-out.js';
import {values} from './support/fixtures.js';
import {sample} from './support/inputs.js';
import {advance, assertDiscreet, eventsOf} from './support/story.js';
import {disorderly, orderly, settings, shown, walk, type Pace} from './support/walk.js';

const runs = {numRuns: 300, includeErrorInReport: true};

/** Path of each step that is a page. */
const pages: Readonly<Record<Exclude<Step, 'leave'>, string | null>> = {
  idle: null,
  intro: '/consent',
  institutions: '/institutions',
  credentials: '/credentials',
  linking: '/loading',
  mfa: '/mfa',
  success: '/success',
  failure: '/error',
  survey: '/abandonSurvey',
};
const steps: readonly string[] = [...Object.keys(pages), 'leave'];

type Check = (paces: readonly Pace[]) => void;

/** Checks every walk, also those on which things arrive that nobody asked for. */
function always(check: Check): void {
  everyWalk(disorderly, check);
}

/** Checks every walk on which outcomes only arrive when something was asked for. */
function orderlyAlways(check: Check): void {
  everyWalk(orderly, check);
}

function everyWalk(choices: typeof orderly, check: Check, how: {seed?: number} = {}): void {
  const property = fc.property(settings, choices, fc.context(), (set, chosen, context) => {
    const paces = walk(set, chosen);
    context.log(paces.map(({input, next}) => `${input.type} > ${next.state.step}`).join(', '));
    check(paces);
  });
  fc.assert(property, {...runs, ...how});
}

const isClosing = ({detail}: PublicEvent): boolean =>
  'eventName' in detail && detail.eventName === 'CLOSE';
const isTerminal = ({type}: PublicEvent): boolean => type !== 'event';
const isOpening = ({before, next}: Pace): boolean =>
  before.step === 'idle' && next.state.step !== 'idle';

/** What the page heard in each session of a walk; all but the last end with `CLOSE`. */
function sessions(paces: readonly Pace[]): readonly (readonly PublicEvent[])[] {
  const all: PublicEvent[][] = [];
  let current: PublicEvent[] | undefined;
  for (const event of paces.flatMap(({next}) => eventsOf(next.commands))) {
    if (current === undefined) all.push((current = []));
    current.push(event);
    if (isClosing(event)) current = undefined;
  }
  return all;
}

function notices(events: readonly PublicEvent[], name: string): readonly ConnectEventDetail[] {
  return events.flatMap((event) =>
    event.type === 'event' && event.detail.eventName === name ? [event.detail] : [],
  );
}

describe('whatever happens, in whatever order', () => {
  it('a session ends with exactly one of success and exit, and then CLOSE', () => {
    always((paces) => {
      for (const events of sessions(paces)) {
        const [last] = events.slice(-1);
        const over = last !== undefined && isClosing(last);
        const ends = events.filter(isTerminal).length;
        assert.ok(over ? ends === 1 : ends <= 1, `${ends} ends`);
      }
    });
  });

  it('CLOSE is the last thing the page hears whenever the widget closes', () => {
    always((paces) => {
      for (const {before, next} of paces) {
        if (next.state.step !== 'idle' || before.step === 'idle') continue;
        assert.deepEqual(eventsOf(next.commands).slice(-1).map(isClosing), [true]);
      }
    });
  });

  it('success follows a link, at once, and nothing else', () => {
    always((paces) => {
      for (const {before, input, next} of paces) {
        const succeeded = eventsOf(next.commands).some(({type}) => type === 'success');
        assert.equal(succeeded, input.type === 'linked' && shown(before) === 'linking');
        assert.equal(succeeded, next.state.step === 'success' && before.step !== 'success');
      }
    });
  });

  it('no secret is in a state, and nothing typed is in what the page hears', () => {
    always((paces) => paces.forEach(({next}) => assertDiscreet(next)));
  });

  it('a state is plain data and at a step of the element', () => {
    always((paces) => {
      for (const {next} of paces) {
        assert.ok(steps.includes(next.state.step));
        assert.deepEqual(JSON.parse(JSON.stringify(next)), next);
      }
    });
  });

  it('a failure has a way out', () => {
    always((paces) => {
      for (const {next} of paces) {
        if (next.state.step === 'failure') assert.ok(waysOut(next.state).length > 0);
      }
    });
  });

  it('each page comes from the one before, and the last one is the one shown', () => {
    always((paces) => {
      let page: unknown = null;
      for (const pace of paces) {
        if (isOpening(pace)) page = null;
        for (const {meta_data: data} of notices(eventsOf(pace.next.commands), 'PAGE_LOAD')) {
          assert.equal(data['from'], page);
          assert.notEqual(data['page'], page);
          page = data['page'];
        }
        if (pace.next.state.step !== 'idle') assert.equal(page, pages[shown(pace.next.state)]);
      }
    });
  });

  it('a link is asked for once for each form sent, with what was typed', () => {
    always((paces) => {
      for (const {before, input, next} of paces) {
        const created = next.commands.flatMap((one) => (one.type === 'createLink' ? [one] : []));
        const sent = input.type === 'submitCredentials' && next.state !== before;
        assert.deepEqual(
          created.map(({credentials}) => credentials),
          sent ? [values] : [],
        );
      }
    });
  });

  it('a challenge is answered once for each code sent', () => {
    always((paces) => {
      for (const {before, input, next} of paces) {
        const resumed = next.commands.flatMap((one) => (one.type === 'resumeLink' ? [one] : []));
        const expected =
          input.type === 'submitCode' && before.step === 'mfa'
            ? [{type: 'resumeLink', challenge: before.challenge, token: input.code}]
            : [];
        assert.deepEqual(resumed, expected);
      }
    });
  });

  it('the exit names the last error that the page was told of', () => {
    always((paces) => {
      for (const events of sessions(paces)) {
        const last = notices(events, 'ERROR').at(-1)?.meta_data;
        for (const event of events) {
          if (event.type !== 'exit') continue;
          assert.deepEqual(
            event.detail.last_encountered_error,
            last ? {message: last['error_message'], code: last['error_code']} : null,
          );
        }
      }
    });
  });

  it('only opening wakes a widget that is closed', () => {
    always((paces) => {
      for (const {before, input, next} of paces) {
        if (before.step !== 'idle' || input.type === 'open') continue;
        assert.equal(next.state, before);
        assert.deepEqual(next.commands, []);
      }
    });
  });

  it('the page can end it at once', () => {
    always((paces) => {
      for (const {next} of paces) {
        assert.equal(advance(next.state, sample.abandon).state.step, 'idle');
      }
    });
  });
});

describe('when outcomes only arrive for what was asked', () => {
  it('nobody waits for something that nobody does', () => {
    orderlyAlways((paces) => {
      for (const {next, jobs} of paces) {
        const busy = (...types: readonly string[]): boolean =>
          jobs.some(({type}) => types.includes(type));
        const state = next.state.step === 'leave' ? next.state.behind : next.state;
        if (state.step === 'linking') assert.ok(busy('createLink', 'resumeLink'), 'link');
        if (state.step === 'credentials' && state.attempt === null) {
          assert.ok(busy('readToken', 'fetchForm'), 'form');
        }
        if (state.step === 'institutions' && state.session.list.status === 'loading') {
          assert.ok(busy('readToken', 'listInstitutions'), 'list');
        }
        if (state.step === 'mfa' && state.challenge.expiresAt !== null) {
          assert.ok(busy('expireAt'), 'the end of the challenge');
        }
        if (state.step === 'intro' && state.session.token === null) {
          assert.ok(busy('readToken'), 'token');
        }
      }
    });
  });

  it('an empty list is never shown as if it were whole', () => {
    orderlyAlways((paces) => {
      for (const {next} of paces) {
        if (next.state.step !== 'institutions') continue;
        const {status, items} = next.state.session.list;
        assert.ok(status === 'loading' || items.length > 0);
      }
    });
  });

  it('the API is asked for institutions and forms only once the token was read', () => {
    orderlyAlways((paces) => {
      for (const {next} of paces) {
        const asks = next.commands.some(({type}) => /^(listInstitutions|fetchForm)$/.test(type));
        if (asks) assert.ok(next.state.step !== 'idle' && next.state.session.token !== null);
      }
    });
  });

  it('nobody gets past the first screen without accepting, unless the page chose the institution', () => {
    orderlyAlways((paces) => {
      for (const {next} of paces) {
        const {state} = next;
        if (state.step === 'idle' || state.session.config.institution !== null) continue;
        const beyond: readonly Step[] = [
          'institutions',
          'credentials',
          'linking',
          'mfa',
          'success',
        ];
        if (beyond.includes(shown(state))) assert.ok(state.session.consented);
      }
    });
  });

  it('every step and both ends are reached', () => {
    const reached = new Set<string>();
    const look = (paces: readonly Pace[]): void => {
      for (const {next} of paces) {
        reached.add(next.state.step);
        for (const {type} of eventsOf(next.commands)) reached.add(type);
      }
    };
    // Always the same walks: this is about the walks, not about the flow.
    everyWalk(orderly, look, {seed: 1});
    // `success` is a step and an end.
    assert.deepEqual([...reached].sort(), [...steps, 'event', 'exit'].sort());
  });
});
