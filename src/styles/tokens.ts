import {css} from 'lit';

/**
 * The palette. Public names are `--belvo-*`, set by the page on the element; inside, rules use the `--_*` names, which
 * fall back to a light or a dark default. The public ones are listed in the element's doc comment.
 */
export const tokens = css`
  .root {
    --_accent: var(--belvo-color-accent, #0b5fe0);
    --_on-accent: var(--belvo-color-on-accent, #fff);
    --_accent-soft: var(--belvo-color-accent-soft, #eaf2ff);
    --_text: var(--belvo-color-text, #0f1b2d);
    --_muted: var(--belvo-color-muted, #526173);
    --_bg: var(--belvo-color-background, #fff);
    --_raised: var(--belvo-color-raised, #f5f8fb);
    --_sheet: var(--belvo-color-sheet, #fff);
    --_line: var(--belvo-color-line, #dde4ec);
    --_line-strong: var(--belvo-color-line-strong, #78879b);
    --_danger: var(--belvo-color-danger, #b42318);
    --_danger-soft: var(--belvo-color-danger-soft, #fef1ef);
    --_success: var(--belvo-color-success, #067647);
    --_success-soft: var(--belvo-color-success-soft, #e9f8f0);
    --_warning: var(--belvo-color-warning, #8a5300);
    --_warning-soft: var(--belvo-color-warning-soft, #fff6e5);
    --_veil: var(--belvo-color-veil, rgb(9 18 32 / 0.55));
    --_shadow: 0 1px 2px rgb(15 27 45 / 0.08), 0 24px 48px -12px rgb(15 27 45 / 0.22);
    --_radius-frame: var(--belvo-radius-frame, 20px);
    --_radius: var(--belvo-radius-control, 14px);
    --_gutter: 24px;
    color-scheme: light;
  }
  .root[data-scheme='dark'] {
    --_accent: var(--belvo-color-accent, #7fb0ff);
    --_on-accent: var(--belvo-color-on-accent, #071a36);
    --_accent-soft: var(--belvo-color-accent-soft, #14284a);
    --_text: var(--belvo-color-text, #eef3f8);
    --_muted: var(--belvo-color-muted, #a9b6c6);
    --_bg: var(--belvo-color-background, #0e1724);
    --_raised: var(--belvo-color-raised, #162233);
    --_sheet: var(--belvo-color-sheet, #182536);
    --_line: var(--belvo-color-line, #2a394d);
    --_line-strong: var(--belvo-color-line-strong, #6d7f95);
    --_danger: var(--belvo-color-danger, #ff9a8d);
    --_danger-soft: var(--belvo-color-danger-soft, #35191a);
    --_success: var(--belvo-color-success, #5fd6a0);
    --_success-soft: var(--belvo-color-success-soft, #10302a);
    --_warning: var(--belvo-color-warning, #f5c26b);
    --_warning-soft: var(--belvo-color-warning-soft, #33270f);
    --_shadow: 0 0 0 1px rgb(255 255 255 / 0.06), 0 24px 48px -12px rgb(0 0 0 / 0.6);
    color-scheme: dark;
  }
`;
