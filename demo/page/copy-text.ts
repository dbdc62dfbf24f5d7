/** Puts text on the clipboard; says whether that worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// The Clipboard API is missing on plain-http addresses, as when a phone opens the demo over the local network, and may be
// refused by a permission. This older way asks for neither.
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.className = 'off-screen';
  area.readOnly = true;
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({preventScroll: true});
  return isCopied;
}
