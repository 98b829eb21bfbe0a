/** Texts cut into pieces at the places of marks, sentences and paragraphs. Offsets are UTF-16 code units, as everywhere. */

/** A stretch of a text. */
export interface Span {
  start: number;
  end: number;
}

/** A marked passage of a note; `id` is that of the note. */
export interface Marked extends Span {
  id: string;
}

/** A piece of text in which nothing changes: what was found, which note marks it, whether it is chosen, and in which sentence it is. */
export interface Segment extends Span {
  text: string;
  found: boolean;
  note: string | null;
  chosen: boolean;
  /** The sentence that this piece is in, by its place among `sentences`; -1 for none. */
  sentence: number;
}

/** The paragraphs of a text: parts between empty lines, without the lines themselves. */
export function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n\s*\n/g)) {
    if (gap.index > from) spans.push({ start: from, end: gap.index });
    from = gap.index + gap[0].length;
  }
  if (from < text.length) spans.push({ start: from, end: text.length });
  return spans;
}

/** The sentences of a stretch of text, without the white space between them. */
export function sentences(text: string, within: Span, language = 'nl'): Span[] {
  const cut = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.slice(within.start, within.end));
  return [...cut].flatMap(({ index, segment }) => {
    const span = trimmed(text, { start: within.start + index, end: within.start + index + segment.length });
    return span.end > span.start ? [span] : [];
  });
}

/** The stretch without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The stretch with the words at its ends made whole: a finger seldom stops exactly between two letters. */
export function wholeWords(text: string, span: Span): Span {
  const letter = (at: number): boolean => /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at));
  let { start, end } = trimmed(text, span);
  if (start === end) return { start, end };
  while (start > 0 && letter(start) && letter(start - 1)) start -= 1;
  while (end < text.length && letter(end - 1) && letter(end)) end += 1;
  return { start, end };
}

const holds = (span: Span, at: Span): boolean => span.start <= at.start && at.end <= span.end;

/** Cuts a stretch of text wherever something begins or ends. Where two notes mark the same words, the shorter passage is shown. */
export function segments(
  text: string,
  within: Span,
  marks: { found?: Span[]; notes?: Marked[]; chosen?: Span | null; sentences?: Span[] } = {},
): Segment[] {
  const { found = [], notes = [], chosen = null, sentences: parts = [] } = marks;
  const cuts = new Set([within.start, within.end]);
  for (const span of [...found, ...notes, ...parts, ...(chosen ? [chosen] : [])]) {
    for (const at of [span.start, span.end]) if (at > within.start && at < within.end) cuts.add(at);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const shortFirst = [...notes].sort((a, b) => a.end - a.start - (b.end - b.start));
  return places.slice(0, -1).map((start, nth) => {
    const at = { start, end: places[nth + 1] ?? within.end };
    return {
      ...at,
      text: text.slice(at.start, at.end),
      found: found.some((span) => holds(span, at)),
      note: shortFirst.find((span) => holds(span, at))?.id ?? null,
      chosen: chosen !== null && holds(chosen, at),
      sentence: parts.findIndex((span) => holds(span, at)),
    };
  });
}

/** What is chosen after a tap on a sentence: it is added, with all between; a tap on one at the edge takes that off again. */
export function tapped(chosen: Span | null, all: Span[], nth: number): Span | null {
  const one = all[nth];
  if (!one) return chosen;
  if (!chosen) return one;
  if (one.end <= chosen.start) return { start: one.start, end: chosen.end };
  if (one.start >= chosen.end) return { start: chosen.start, end: one.end };
  const inside = all.filter((span) => holds(chosen, span));
  if (inside.length <= 1) return null;
  if (one.start === chosen.start) return { start: inside[1]?.start ?? one.start, end: chosen.end };
  if (one.end === chosen.end) return { start: chosen.start, end: inside.at(-2)?.end ?? one.end };
  return one;
}
