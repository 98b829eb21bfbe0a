/** A number out of a text, the same on every machine (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) {
    value ^= unit.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  // The last characters of ids differ most; without this mixing they would decide the order alone.
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}

/** The items in an order that looks random, differs per seed, and is always the same for one seed: no interpretation is 'the first'. */
export function shuffled<T extends { id: string }>(items: T[], seed: string): T[] {
  return [...items].sort((a, b) => hash(`${seed}/${a.id}`) - hash(`${seed}/${b.id}`) || a.id.localeCompare(b.id));
}
