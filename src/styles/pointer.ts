import {css} from 'lit';

/** How controls answer to a pointer. Nothing is drawn with it before somebody points, so it comes with the later screens. */
export const pointer = css`
  .icon-button:hover,
  .row:hover {
    background: var(--_raised);
  }
  .icon-button:hover {
    color: var(--_text);
  }
  .row {
    transition: background 0.15s ease-out;
  }
  .row:active {
    background: var(--_accent-soft);
    transition: none;
  }
  .button {
    transition: filter 0.15s ease-out;
  }
  .button:hover {
    filter: brightness(1.08);
  }
  .button:active {
    filter: brightness(0.94);
  }
  .button.secondary:hover {
    background: var(--_accent-soft);
    filter: none;
  }
`;
