/** The name by which assistive technology knows an element: `aria-labelledby`, `aria-label`, a label, or its text. */
export function nameOf(element: Element): string {
  const root = element.getRootNode();
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const owners = root instanceof ShadowRoot ? ids.map((id) => root.getElementById(id)) : [];
  const labelled = owners.flatMap((owner) => (owner ? [textOf(owner)] : [])).join(' ');
  return (
    labelled ||
    element.getAttribute('aria-label') ||
    labelsOf(element).map(textOf).join(' ') ||
    textOf(element)
  );
}

/** Text of an element without what is hidden from assistive technology, spaces made single. */
export function textOf(element: Element): string {
  const parts = [...element.childNodes].map((node) => {
    if (node instanceof Element) {
      if (node.getAttribute('aria-hidden') === 'true') return '';
      return node instanceof HTMLSlotElement ? '' : ` ${textOf(node)} `;
    }
    return node instanceof Text ? node.data : '';
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function labelsOf(element: Element): readonly Element[] {
  const labelled =
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement;
  return labelled ? [...(element.labels ?? [])] : [];
}

/** Whether a person can see an element and get at it. */
export function isReachable(element: Element): boolean {
  return element.closest('[inert]') === null && element.checkVisibility();
}
