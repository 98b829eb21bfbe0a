/** The key of an event in small letters, for decisions by keyboard; `null` while somebody types, in a dialog, or with Ctrl, Alt or Meta. */
export function letterOf(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return null;
  if (event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return null;
  return event.key.toLowerCase();
}
