import {css} from 'lit';

/**
 * The palette. Public names are `--belvo-*`, set by the page on the element; inside, rules use the `--_*` names, which
 * fall back to a default for light and one for dark. The public ones are listed in the element's doc comment.
 */
export const tokens = css`
  .root {
    --_accent: var(--belvo-color-accent, light-dark(#0b5fe0, #7fb0ff));
    --_on-accent: var(--belvo-color-on-accent, light-dark(#fff, #071a36));
    --_text: var(--belvo-color-text, light-dark(#0f1b2d, #eef3f8));
    --_muted: var(--belvo-color-muted, light-dark(#526173, #a9b6c6));
    --_bg: var(--belvo-color-background, light-dark(#fff, #0e1724));
    --_raised: var(--belvo-color-raised, light-dark(#f5f8fb, #162233));
    --_line: var(--belvo-color-line, light-dark(#dde4ec, #2a394d));
    --_line-strong: var(--belvo-color-line-strong, light-dark(#78879b, #6d7f95));
    --_warning: var(--belvo-color-warning, light-dark(#8a5300, #f5c26b));
    --_warning-soft: var(--belvo-color-warning-soft, light-dark(#fff6e5, #33270f));
    --_veil: var(--belvo-color-veil, rgb(9 18 32 / 0.55));
    --_radius-frame: var(--belvo-radius-frame, 20px);
    --_radius: var(--belvo-radius-control, 14px);
    --_gutter: 24px;
    color-scheme: light dark;
  }
  .root[data-scheme='light'] {
    color-scheme: light;
  }
  .root[data-scheme='dark'] {
    color-scheme: dark;
  }
`;
