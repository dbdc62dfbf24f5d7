import type {Client} from '../api/client.js';
import type {Clock} from '../api/request.js';
import {fail} from '../errors.js';
import type {Outcome} from '../flow/inputs.js';
import type {LateWork} from './flow-controller.js';

/** Does what the later steps want done. Rejects as the client does. */
export async function performLate(
  command: LateWork,
  client: Client,
  clock: Clock,
  signal: AbortSignal,
): Promise<Outcome> {
  switch (command.type) {
    case 'fetchForm': {
      const form = await client.findInstitution(command.name, signal);
      if (form === null) throw fail('no_institutions', {mistake: 'unknown_institution'});
      return {type: 'formArrived', ...form};
    }
    case 'createLink':
      return client.createLink(command, signal);
    case 'resumeLink':
      return client.resumeLink(command.challenge, command.token, signal);
    case 'expireAt':
      await clock.wait(Math.max(0, command.at - clock.now()), signal);
      return {type: 'challengeExpired'};
  }
}
