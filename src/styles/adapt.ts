import {css} from 'lit';

/** Motion, and how the frame and what all screens share follow the size of the screen and what the person prefers. */
export const adapt = css`
  @keyframes enter {
    from {
      opacity: 0;
      transform: translateX(var(--_from, 12px));
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  @keyframes sheet {
    from {
      transform: translateY(100%);
    }
  }
  @keyframes veil {
    from {
      background: transparent;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes pulse {
    50% {
      opacity: 0.4;
    }
  }
  dialog {
    animation: veil 0.2s ease-out;
  }
  dialog .frame {
    animation: rise 0.2s ease-out;
  }

  @media (max-width: 639px) {
    dialog {
      padding: 24px 0 0;
      place-items: end center;
    }
    dialog .frame {
      max-inline-size: none;
      block-size: 100%;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      animation-name: sheet;
    }
  }
  @media (max-width: 339px) {
    .root {
      --_gutter: 16px;
    }
  }
  @media (max-height: 480px) {
    dialog {
      padding-block: 0;
    }
    dialog .frame {
      border-radius: 0;
    }
    .header {
      min-block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before {
      animation: none !important;
      transition: none !important;
    }
  }
  /* Held sideways, or enlarged: the whole screen scrolls, so that more than a line is left of what is in it. */
  @media (max-height: 30em) {
    .screen {
      display: block;
      overflow: hidden auto;
    }
    .screen > .body {
      overflow: visible;
      mask-image: none;
    }
  }
  .header [part='back-button'] svg:dir(rtl),
  .row > svg:dir(rtl) {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    .frame {
      border: 1px solid;
    }
    .button {
      border: 2px solid ButtonText;
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }
    .button.secondary {
      background: ButtonFace;
      color: ButtonText;
    }
    .icon-button {
      border: 1px solid ButtonText;
    }
  }
`;
