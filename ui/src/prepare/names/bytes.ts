/** Places in raw texts count bytes of UTF-8; a browser counts UTF-16 code units. */

const encoder = new TextEncoder();

/** How many bytes of UTF-8 stand before a code unit. */
export function byteAt(text: string, unit: number): number {
  return encoder.encode(text.slice(0, unit)).length;
}

/** Which code unit begins at a byte; the end of the text where there are fewer. */
export function unitAt(text: string, byte: number): number {
  let bytes = 0;
  let unit = 0;
  for (const letter of text) {
    if (bytes >= byte) break;
    bytes += encoder.encode(letter).length;
    unit += letter.length;
  }
  return unit;
}

/** A stretch without the white space around it; `null` where nothing is left. */
export function trimmed(text: string, from: number, to: number): [number, number] | null {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const end = to - (part.length - part.trimEnd().length);
  return start < end ? [start, end] : null;
}

/** A part of a text: plain words, or the words of one of the marks. */
export interface Piece<M> {
  text: string;
  mark: M | null;
}

/** A text in pieces, by marks in bytes that do not overlap. */
export function pieces<M extends { place: { from: number; to: number } }>(text: string, marks: readonly M[]): Piece<M>[] {
  const found: Piece<M>[] = [];
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.place.from - other.place.from)) {
    const from = unitAt(text, mark.place.from);
    const to = unitAt(text, mark.place.to);
    if (from < at || to <= from) continue;
    if (from > at) found.push({ text: text.slice(at, from), mark: null });
    found.push({ text: text.slice(from, to), mark });
    at = to;
  }
  if (at < text.length) found.push({ text: text.slice(at), mark: null });
  return found;
}
