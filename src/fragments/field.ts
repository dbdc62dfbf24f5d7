import {css, html, nothing, type TemplateResult} from 'lit';
import {icon} from './icon.js';
import {lateIcons} from './late-icons.js';

/** What an input shows and how it behaves. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly value: string;
  readonly placeholder: string | null;
  readonly error: string | undefined;
  readonly hint?: unknown;
  readonly autocomplete: 'username' | 'current-password' | 'one-time-code' | 'off';
  readonly inputmode: 'text' | 'numeric';
  readonly maxlength?: number | undefined;
  readonly required: boolean;
  readonly large?: boolean;
  /** Called with the value when the field is left. */
  readonly leave?: (value: string) => void;
  /** Something at the end of the input, such as the button that shows a password. */
  readonly trailing?: TemplateResult;
}

/** A labelled input with its hint and its error, tied together for assistive technology. */
export function field(view: FieldView): TemplateResult {
  const {name, error, hint} = view;
  const about = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  const leave = (event: Event) => {
    if (event.target instanceof HTMLInputElement) view.leave?.(event.target.value);
  };
  return html`<div class="field" part="field">
    <label for=${name} part="label">${view.label}</label>
    <div class="control">
      <input
        id=${name}
        part="input"
        class=${view.large ? 'large' : ''}
        name=${name}
        type=${view.type}
        .value=${view.value}
        placeholder=${view.placeholder ?? ''}
        autocomplete=${view.autocomplete}
        inputmode=${view.inputmode}
        maxlength=${view.maxlength ?? nothing}
        autocapitalize="off"
        autocorrect="off"
        spellcheck="false"
        writingsuggestions="false"
        translate="no"
        data-private
        aria-required=${view.required ? 'true' : 'false'}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${about || nothing}
        @change=${leave}
      />
      ${view.trailing ?? nothing}
    </div>
    ${fieldError(name, error)}
    ${hint ? html`<div class="hint" part="hint" id="${name}-hint">${hint}</div>` : nothing}
  </div>`;
}

/** The message under a field. */
export function fieldError(
  name: string,
  error: string | undefined,
): TemplateResult | typeof nothing {
  if (!error) return nothing;
  return html`<div class="error" part="error" id="${name}-error">
    ${icon(lateIcons.warning, 16)}${error}
  </div>`;
}

export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    flex: none;
    margin-block-end: 18px;
  }
  .field label {
    font-size: 0.9334em;
    font-weight: 550;
  }
  .control {
    position: relative;
    display: flex;
  }
  .control input,
  .control select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 52px;
    padding: 8px 16px;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_bg);
    box-shadow: inset 0 0 0 1px var(--_line-strong);
    font-size: 1.0667em;
    appearance: none;
    transition: box-shadow 0.15s ease-out;
  }
  .control select {
    padding-inline-end: 44px;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .control select + svg {
    position: absolute;
    inset-inline-end: 14px;
    inset-block-start: 16px;
    rotate: 90deg;
    color: var(--_muted);
    pointer-events: none;
  }
  .control input.large {
    font-size: 1.3334em;
    letter-spacing: 0.12em;
    font-variant-numeric: tabular-nums;
  }
  .control input::placeholder {
    color: var(--_muted);
    opacity: 0.85;
  }
  .control :is(input, select):focus {
    outline: 2px solid transparent;
    box-shadow:
      inset 0 0 0 2px var(--_accent),
      0 0 0 4px var(--_accent-soft);
  }
  .control [aria-invalid='true'],
  .control [aria-invalid='true']:focus {
    box-shadow: inset 0 0 0 2px var(--_danger);
  }
  .control [aria-invalid='true']:focus {
    box-shadow:
      inset 0 0 0 2px var(--_danger),
      0 0 0 4px var(--_danger-soft);
  }
  .control .toggle {
    position: absolute;
    inset-block: 4px;
    inset-inline-end: 4px;
    min-inline-size: 44px;
    padding: 0 12px;
    border: 0;
    border-radius: 10px;
    background: var(--_bg);
    color: var(--_accent);
    font-size: 0.9334em;
    font-weight: 600;
    cursor: pointer;
  }
  .control .toggle:hover {
    background: var(--_accent-soft);
  }
  .control:has(.toggle) input {
    padding-inline-end: 96px;
  }
  input::-ms-reveal {
    display: none;
  }
  .hint,
  .error {
    font-size: 0.8667em;
    line-height: 1.385;
    color: var(--_muted);
  }
  .hint {
    font-variant-numeric: tabular-nums;
  }
  .error {
    display: flex;
    gap: 6px;
    color: var(--_danger);
  }
  .error svg {
    margin-block-start: 1px;
  }
  @media (forced-colors: active) {
    .control input,
    .control select {
      border: 1px solid FieldText;
    }
    .control [aria-invalid='true'] {
      border: 3px solid Mark;
    }
  }
`;
