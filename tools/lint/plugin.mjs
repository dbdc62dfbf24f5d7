// Rules of our own for oxlint, and ESLint's no-restricted-syntax, which oxlint has not.
import {builtinRules} from 'eslint/use-at-your-own-risk';
import {boundariesRule} from './boundaries.mjs';

export default {
  meta: {name: 'own'},
  rules: {
    boundaries: boundariesRule,
    'no-restricted-syntax': builtinRules.get('no-restricted-syntax'),
  },
};
