/** The codes on paper: what a card is, by what is written on it. Pure. */
import type { ChartOf } from '../../generated/ChartOf';
import type { Interpretation } from '../../generated/Interpretation';
import type { Origin } from '../../generated/Origin';
import type { SetView } from '../../generated/SetView';

/** What a code leads to. Whether a story is there only the laptop knows. `close` is the longest beginning of a wrong code that is a card. */
export type Card =
  | { type: 'none' }
  | { type: 'perspective'; perspective: SetView }
  | { type: 'observation'; perspective: SetView; observation: ChartOf }
  | { type: 'interpretation'; perspective: SetView; observation: ChartOf; interpretation: Interpretation }
  | { type: 'story'; story: number }
  | { type: 'wrong'; close: string };

const letter = (nth: number): string => String.fromCharCode(97 + nth);
/** As people write them: `p 4.2 b`, `P4–2B`, `e218`. */
const plain = (written: string): string =>
  written.toLowerCase().replace(/[\u2010-\u2015._/]/g, '-').replace(/(\d)\s+(?=\d)/g, '$1-').replace(/\s+/g, '').replace(/-+/g, '-').replace(/-$/, '');

/** All cards of a set by their code. */
export function cardsOf(set: SetView[]): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>();
  for (const perspective of set) {
    cards.set(plain(perspective.code), { type: 'perspective', perspective });
    for (const observation of perspective.observations) {
      cards.set(plain(observation.code), { type: 'observation', perspective, observation });
      observation.interpretations.forEach((interpretation, nth) =>
        cards.set(plain(observation.code) + letter(nth), { type: 'interpretation', perspective, observation, interpretation }),
      );
    }
  }
  return cards;
}

/** Looks a code up as it was written: `P4`, `P4-2`, `P4-2b`, `E218` or `218`. */
export function lookUp(cards: ReadonlyMap<string, Card>, written: string): Card {
  const code = plain(written);
  if (code === '') return { type: 'none' };
  const card = cards.get(code);
  if (card) return card;
  const story = /^e?-?(\d{1,7})$/.exec(code)?.[1];
  if (story !== undefined) return { type: 'story', story: Number(story) };
  let close = code;
  while (close !== '' && !cards.has(close)) close = close.slice(0, -1).replace(/-$/, '');
  // P1 is no beginning of P14: only what stops before a dash or a letter of an interpretation.
  if (/^\d/.test(code.slice(close.length))) close = '';
  return { type: 'wrong', close: close.toUpperCase() };
}

/** What a note from a card comes from; a whole perspective stands for none of its charts in particular. */
export function originOf(card: Card): Origin {
  if (card.type === 'observation') return { type: 'observation', observation: card.observation.id, row: null };
  if (card.type === 'interpretation') return { type: 'interpretation', interpretation: card.interpretation.id };
  if (card.type === 'story') return { type: 'story', story: card.story, quote: null, perspective: null };
  return { type: 'table' };
}

/** The perspectives of a vote sheet, in order and each once; a code that is none of a perspective makes it wrong. */
export function perspectivesOf(cards: ReadonlyMap<string, Card>, codes: string[]): { ids: string[]; wrong: string[]; twice: boolean } {
  const found = codes.filter((code) => code.trim() !== '').map((code) => ({ code: code.trim(), card: lookUp(cards, code) }));
  const ids = found.flatMap(({ card }) => (card.type === 'perspective' ? [card.perspective.id] : []));
  return { ids: [...new Set(ids)], wrong: found.filter(({ card }) => card.type !== 'perspective').map(({ code }) => code), twice: new Set(ids).size < ids.length };
}

/** The numbers in a line such as `1, 4 en 7` or `1-3`, each once and in order. */
export function numbersIn(line: string): number[] {
  const found: number[] = [];
  for (const [, from, to] of line.matchAll(/(\d{1,4})(?:\s*[-\u2013]\s*(\d{1,4}))?/g)) {
    const last = to === undefined ? Number(from) : Number(to);
    for (let number = Number(from); number <= last && found.length < 500; number += 1) if (!found.includes(number)) found.push(number);
  }
  return found;
}
