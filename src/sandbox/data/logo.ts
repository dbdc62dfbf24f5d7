import type {CatalogEntry} from './institutions.js';

const smallWords = new Set(['de', 'do', 'da', 'of', 'by', 'banco', 'bank']);

function lettersOf(displayName: string): string {
  const words = displayName.replace(/\(.*?\)/g, '').split(/\s+/);
  const telling = words.filter((word) => word && !smallWords.has(word.toLowerCase()));
  const [first = displayName, second] = telling;
  // Names in capitals (BBVA, SAT) are known by their first letters.
  if (second === undefined || /^[A-Z]{3,}/.test(first)) return first.slice(0, 2);
  return first.slice(0, 1) + second.slice(0, 1);
}

/** Black or white, whichever stands out more from `#rrggbb`. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A drawn stand-in for a bank's logo: its first letters on its colour, as an SVG document. */
export function logoOf({institution}: CatalogEntry): string {
  const {primary_color: color, display_name: name} = institution;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48" role="img">',
    `<title>${escaped(name)}</title>`,
    `<rect width="48" height="48" rx="11" fill="${color}"/>`,
    `<text x="24" y="25" fill="${inkOn(color)}" font-family="system-ui,Helvetica,Arial,sans-serif"`,
    ' font-size="19" font-weight="600" letter-spacing="-.5" text-anchor="middle"',
    ` dominant-baseline="central">${escaped(lettersOf(name))}</text>`,
    '</svg>',
  ].join('');
}
