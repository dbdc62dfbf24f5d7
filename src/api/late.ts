/** All of the API but a first page that goes well, in one chunk: what comes after the list, and every kind of trouble. */
export {readClaims} from './claims.js';
export {createLink, findInstitution, listRest, recoverPage, resumeLink} from './links.js';
