/** The size of the text of a story on this device, in CSS pixels. */
const KEY = 'regiotafel.textsize';
export const SIZES = [17, 19, 21, 24, 28, 34] as const;
const USUAL = 19;

export function textSize(): number {
  const kept = Number(localStorage.getItem(KEY));
  return SIZES.some((size) => size === kept) ? kept : USUAL;
}

/** One step larger (or smaller); at the end of the scale it stays. */
export function stepped(now: number, by: 1 | -1): number {
  const next = SIZES[SIZES.findIndex((size) => size === now) + by] ?? now;
  localStorage.setItem(KEY, String(next));
  return next;
}
