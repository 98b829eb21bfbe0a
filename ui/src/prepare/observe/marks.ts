/** Marked places of a text, for showing them where they stand and naming them beside it. */
import type { TextMark } from '../../generated/TextMark';

/** A part of a text with everything that is marked there. */
export interface Piece {
  text: string;
  why: string[];
}

/** What is marked, in the order in which it matters. */
const ORDER = ['judging', 'causal', 'long_sentence', 'long_word'];
/** So many words of a sentence are enough to find it. */
const FIRST_WORDS = 4;

/** A text in pieces, cut where a mark begins or ends; together they are the text again. Marks of an older text are cut off where it ends. */
export function pieces(text: string, marks: TextMark[]): Piece[] {
  const inside = marks.map((mark) => ({ ...mark, to: Math.min(mark.to, text.length) })).filter((mark) => mark.from < mark.to);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((mark) => [mark.from, mark.to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, n) => {
    const from = cuts[n] ?? 0;
    return { text: text.slice(from, to), why: inside.filter((mark) => mark.from <= from && mark.to >= to).map((mark) => mark.why) };
  });
}

/** What is marked by reason: each word once, and of a long sentence its first words. */
export function named(text: string, marks: TextMark[]): { why: string; words: string[] }[] {
  const reasons = [...new Set(marks.map((mark) => mark.why))].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return reasons.map((why) => ({
    why,
    words: [...new Set(marks.filter((mark) => mark.why === why).map((mark) => short(text.slice(mark.from, mark.to))))].filter(Boolean),
  }));
}

function short(words: string): string {
  const all = words.trim().split(/\s+/);
  return all.length > FIRST_WORDS ? `${all.slice(0, FIRST_WORDS).join(' ')} …` : all.join(' ');
}
