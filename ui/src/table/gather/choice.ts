/** The choice with a perspective added at the end, or taken out. A fourth does not fit: then nothing changes. */
export function toggled(chosen: string[], id: string, most = 3): string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length >= most ? chosen : [...chosen, id];
}

/** The choice with a perspective moved one place to the front (-1) or to the back (1). */
export function moved(chosen: string[], id: string, by: -1 | 1): string[] {
  const from = chosen.indexOf(id);
  const other = chosen[from + by];
  if (from < 0 || other === undefined) return chosen;
  return chosen.map((one, index) => (index === from ? other : index === from + by ? id : one));
}
