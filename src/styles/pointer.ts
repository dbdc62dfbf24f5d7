import {css} from 'lit';

/** How controls answer to a pointer. Nothing is drawn with it before somebody points, so it comes with the later screens. */
export const pointer = css`
  .row {
    transition: background 0.15s ease-out;
  }
  .button {
    transition: filter 0.15s ease-out;
  }
  /* Where nothing hovers, a tap would leave the look of it behind. */
  @media (hover: hover) {
    .icon-button:hover,
    .row:hover {
      background: var(--_raised);
    }
    .icon-button:hover {
      color: var(--_text);
    }
    .button:hover {
      filter: brightness(1.08);
    }
    .button.secondary:hover {
      background: var(--_accent-soft);
      filter: none;
    }
  }
  .row:active {
    background: var(--_accent-soft);
    transition: none;
  }
  .button:active {
    filter: brightness(0.94);
  }
  @media (forced-colors: active) {
    .button.secondary:hover {
      background: ButtonFace;
    }
  }
`;
