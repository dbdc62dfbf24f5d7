import {html, nothing, type TemplateResult} from 'lit';

/** Whose logo it is, and what stands in for it. */
export interface LogoSource {
  readonly displayName: string;
  /** https URL, or null. */
  readonly logo: string | null;
  /** `#rrggbb`, or null. */
  readonly color: string | null;
}

/** A logo in a fixed box; until it has loaded, or when there is none, its owner's initials on their colour. */
export function logo(
  {displayName, logo, color}: LogoSource,
  size: 'small' | 'medium' | 'large' = 'medium',
): TemplateResult {
  return html`<span
    class="logo ${size}"
    part="logo"
    aria-hidden="true"
    .style=${color ? brand(color) : ''}
  >
    ${initials(displayName)}
    ${
      logo
        ? html`<img
            src=${logo}
            alt=""
            width="44"
            height="44"
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @load=${show}
            @error=${show}
          />`
        : nothing
    }
  </span>`;
}

/** The opaque image covers the initials. When a row comes to show another institution, its image starts over. */
function show({target, type}: Event): void {
  if (target instanceof HTMLElement) target.style.opacity = type === 'load' ? '1' : '0';
}

/** Up to two letters: of the first two words, or the first two of the only one. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const [first = '?', second] = words;
  const letters = second
    ? [...first].slice(0, 1).concat([...second].slice(0, 1))
    : [...first].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** Custom properties for a brand colour, with whichever of white and black has 4.5:1 or more on it. */
function brand(color: string): string {
  return `--_brand:${color};--_on-brand:${luminance(color) > 0.179 ? '#000' : '#fff'}`;
}

/** Relative luminance of `#rrggbb` as WCAG defines it, 0 to 1. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
