import { describe, expect, it } from 'vitest';
import type { Chart } from '../../generated/Chart';
import type { SetView } from '../../generated/SetView';
import { type Card, cardsOf, lookUp, numbersIn, originOf, perspectivesOf } from './cards';

const chart: Chart = { kind: 'bars', title: '', counted: '', columns: [], total: 100, filtered: false, rows: [] };
const set: SetView[] = [1, 4, 14].map((n) => ({
  id: `p${n}`, code: `P${n}`, name: `Kaart ${n}`, short: `Kaart ${n}`, question: '', support: [],
  observations: [1, 2].map((o) => ({
    id: `p${n}.o${o}`, code: `P${n}-${o}`, text: '', chart, interpretations: ['a', 'b'].map((i) => ({ id: `p${n}.o${o}.${i}`, text: i })),
  })),
}));
const cards = cardsOf(set);
/** The card in a few letters. */
function said(written: string): string {
  const card: Card = lookUp(cards, written);
  switch (card.type) {
    case 'perspective': return card.perspective.id;
    case 'observation': return card.observation.id;
    case 'interpretation': return card.interpretation.id;
    case 'story': return `story ${card.story}`;
    case 'wrong': return `wrong after ${card.close || 'nothing'}`;
    case 'none': return 'none';
  }
}

describe('the code on a card', () => {
  it.each([
    ['P4', 'p4'], ['p4', 'p4'], [' P 4 ', 'p4'], ['P14', 'p14'],
    ['P4-2', 'p4.o2'], ['p4.2', 'p4.o2'], ['P4 – 2', 'p4.o2'], ['P4 - 2', 'p4.o2'],
    ['P4-2b', 'p4.o2.b'], ['P4-2B', 'p4.o2.b'], ['p4 2b', 'p4.o2.b'],
    ['E218', 'story 218'], ['e 218', 'story 218'], ['218', 'story 218'],
    ['', 'none'], ['  ', 'none'],
    ['P9', 'wrong after nothing'], ['P4-9', 'wrong after P4'], ['P4-2x', 'wrong after P4-2'], ['P15', 'wrong after nothing'], ['hallo', 'wrong after nothing'],
  ])('%s is %s', (written, is) => expect(said(written)).toBe(is));

  it('tells what a note from it comes from', () => {
    const origin = (written: string) => originOf(lookUp(cards, written));
    expect(origin('P4-2')).toEqual({ type: 'observation', observation: 'p4.o2', row: null });
    expect(origin('P4-2b')).toEqual({ type: 'interpretation', interpretation: 'p4.o2.b' });
    expect(origin('218')).toEqual({ type: 'story', story: 218, quote: null, perspective: null });
    expect([origin(''), origin('P4')]).toEqual([{ type: 'table' }, { type: 'table' }]);
  });
});

describe('a vote sheet', () => {
  it('holds perspectives in order, and says which codes are none', () => {
    expect(perspectivesOf(cards, ['P4', '', 'p14'])).toEqual({ ids: ['p4', 'p14'], wrong: [], twice: false });
    expect(perspectivesOf(cards, ['P4', 'P4-1', '218'])).toEqual({ ids: ['p4'], wrong: ['P4-1', '218'], twice: false });
    expect(perspectivesOf(cards, ['P4', 'p4', 'P1'])).toEqual({ ids: ['p4', 'p1'], wrong: [], twice: true });
  });
});

describe('the numbers of notes', () => {
  it.each([
    ['1, 4 en 7', [1, 4, 7]], ['1-3 8', [1, 2, 3, 8]], ['12 12', [12]], ['', []], ['geen', []],
  ])('%s are %o', (line, numbers) => expect(numbersIn(line)).toEqual(numbers));
});
