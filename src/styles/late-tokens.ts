import {css} from 'lit';

/** The part of the palette that no screen up to the list shows. */
export const lateTokens = css`
  .root {
    --_accent-soft: var(--belvo-color-accent-soft, light-dark(#eaf2ff, #14284a));
    --_sheet: var(--belvo-color-sheet, light-dark(#fff, #182536));
    --_danger: var(--belvo-color-danger, light-dark(#b42318, #ff9a8d));
    --_danger-soft: var(--belvo-color-danger-soft, light-dark(#fef1ef, #35191a));
    --_success: var(--belvo-color-success, light-dark(#067647, #5fd6a0));
    --_success-soft: var(--belvo-color-success-soft, light-dark(#e9f8f0, #10302a));
  }
`;
