/** The element's class without registering it: `BelvoConnect.define(tag?)` does that. Importing this does nothing. */
export {BelvoConnect, type ConnectResult} from './belvo-connect.js';
export type {ListValue, Locale} from './config.js';
export type {TokenProvider} from './controllers/page-token.js';
export {ConnectError, isConnectError, type Failure, type FailureCode} from './errors.js';
export * from './events.js';
export type {Step} from './flow/state.js';
export type {MessageKey, MessageOverrides} from './i18n/messages.js';
export {servicesContext, type Services} from './services.js';
export type {ApiFetch, Clock} from './api/request.js';
