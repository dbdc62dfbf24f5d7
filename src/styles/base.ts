import {css} from 'lit';

/** The host, the frame and what all screens share. */
export const base = css`
  :host {
    display: block;
    /* A page whose root is at 62.5 % must not shrink the widget; a person's larger text must enlarge it. */
    font-size: max(16px, 1rem);
    line-height: 1.5;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  .root {
    font: 400 0.9375em / 1.467 var(--belvo-font-family, system-ui, sans-serif);
    color: var(--_text);
    letter-spacing: normal;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    inline-size: 100%;
    background: var(--_bg);
    border-radius: var(--_radius-frame);
  }
  .inline .frame {
    block-size: var(--belvo-block-size, 640px);
    max-block-size: 100%;
    min-inline-size: 0;
    box-shadow: inset 0 0 0 1px var(--_line);
  }

  dialog {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 24px;
    border: 0;
    background: var(--_veil);
    color: inherit;
    overflow: hidden;
    /* Hosts such as modal libraries switch pointer events off on body, and a dialog would inherit that. */
    pointer-events: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: none;
  }
  dialog .frame {
    max-inline-size: 420px;
    block-size: min(720px, 100%);
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 0.06),
      0 24px 48px -12px rgb(9 18 32 / 0.4);
  }

  .header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    min-block-size: 56px;
    padding-inline: 8px;
  }
  .middle,
  .screens,
  .screen,
  .body {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 0;
    display: flex;
  }
  .middle {
    justify-content: center;
    align-items: center;
    gap: 8px;
    font-weight: 600;
    font-size: 0.9334em;
  }
  .spacer,
  .icon-button,
  .logo,
  .mark {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 12px;
  }
  .icon-button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }

  .screens {
    position: relative;
  }
  .screen {
    flex-direction: column;
    margin: 0;
    animation: enter 0.18s ease-out;
  }
  .back {
    --_from: -12px;
  }
  .body {
    flex-direction: column;
    overflow: hidden auto;
    overscroll-behavior: contain;
    padding: 16px var(--_gutter);
    scroll-padding-block: 16px;
    /* What goes on below the edge fades out instead of being cut. */
    mask-image: linear-gradient(#000 calc(100% - 16px), transparent);
  }
  .footer {
    flex: none;
    display: grid;
    gap: 8px;
    padding: 12px var(--_gutter) max(24px, env(safe-area-inset-bottom));
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  h2 {
    margin: 0 0 8px;
    font: inherit;
    font-size: 1.4667em;
    line-height: 1.273;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  /* Focused for the screen reader's sake; there is nothing on it to operate. */
  h2:focus-visible {
    outline: none;
  }
  p {
    margin: 0 0 16px;
    color: var(--_muted);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  ul {
    list-style: none;
    margin: 4px 0 0;
    padding: 0;
  }
  a {
    color: inherit;
    border-radius: 4px;
  }
  .fine {
    margin: 0;
    font-size: 0.8667em;
    line-height: 1.385;
    text-align: center;
  }
  bdi {
    overflow-wrap: anywhere;
  }
  svg {
    display: block;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  button,
  input,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 52px;
    padding: 8px 20px;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    font-size: 1.0667em;
    line-height: 1.25;
    cursor: pointer;
  }
  .button.secondary {
    min-block-size: 44px;
    background: none;
    color: var(--_accent);
    font-size: 1em;
  }

  .logo {
    position: relative;
    overflow: hidden;
    background: var(--_brand, #3d4c61);
    color: var(--_on-brand, #fff);
    font-weight: 700;
    font-size: 15px;
    line-height: 1;
    user-select: none;
    forced-color-adjust: none;
  }
  .logo.large {
    inline-size: 56px;
    block-size: 56px;
    border-radius: 16px;
    font-size: 18px;
  }
  .logo img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    background: #fff;
    opacity: 0;
  }

  .skeleton {
    background: var(--_line);
    opacity: 0.75;
    /* Quick answers never show it: it appears after 200 ms. */
    animation:
      appear 0.2s 0.2s backwards,
      pulse 1.6s 0.4s infinite;
  }
  .skeleton-row {
    display: flex;
    align-items: center;
    gap: 14px;
    min-block-size: 64px;
  }
  .line,
  .title,
  .input {
    block-size: 52px;
    border-radius: 8px;
  }
  .skeletons > .skeleton {
    display: block;
    margin-block-end: 20px;
  }
  .input {
    border-radius: var(--_radius);
  }
  .line {
    inline-size: 55%;
    block-size: 14px;
  }
  .title {
    inline-size: 80%;
    block-size: 26px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
