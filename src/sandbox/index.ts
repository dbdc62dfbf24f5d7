export {createSandbox} from './sandbox.js';
export type {Sandbox} from './sandbox.js';
export type {SandboxOptions} from './options.js';
export {DroppedConnectionError} from './faults.js';
export type {Fault} from './faults.js';
export type {LoggedRequest} from './request-log.js';
export {scenarios} from './scenarios.js';
export type {Scenario, ScenarioResult} from './scenarios.js';
export {createMemoryStore} from './stores/memory.js';
export type {
  ChallengeKind,
  Collection,
  DataSet,
  Documents,
  Found,
  LinkChange,
  Store,
  StoredDocument,
  StoredLink,
  StoredSession,
} from './store.js';
export type {Condition, Operator, Query, ValueKind} from './query.js';
