import { describe, expect, it } from 'vitest';
import { named, pieces } from './marks';

const text = 'Helaas is de schoolbestuurssamenwerking slecht, omdat niemand iets zegt.';
const mark = (why: string, word: string) => ({ why, from: text.indexOf(word), to: text.indexOf(word) + word.length });
const marks = [mark('judging', 'Helaas'), mark('long_word', 'schoolbestuurssamenwerking'), mark('causal', 'omdat'), { why: 'long_sentence', from: 0, to: text.length }];

describe('a marked text', () => {
  it('is cut where marks begin and end, and nothing of it is lost', () => {
    const cut = pieces(text, marks);
    expect(cut.map((piece) => piece.text).join('')).toBe(text);
    expect(cut.find((piece) => piece.text === 'Helaas')?.why).toEqual(['judging', 'long_sentence']);
    expect(cut.find((piece) => piece.text === 'omdat')?.why).toEqual(['causal', 'long_sentence']);
  });

  it('may have become shorter than what was checked', () => {
    expect(pieces('Hel', marks)).toEqual([{ text: 'Hel', why: ['judging', 'long_sentence'] }]);
    expect(pieces('', marks)).toEqual([]);
  });

  it('is named by reason, the gravest first, each word once', () => {
    const twice = [...marks, mark('judging', 'slecht'), mark('judging', 'Helaas')];
    expect(named(text, twice)).toEqual([
      { why: 'judging', words: ['Helaas', 'slecht'] },
      { why: 'causal', words: ['omdat'] },
      { why: 'long_sentence', words: ['Helaas is de schoolbestuurssamenwerking …'] },
      { why: 'long_word', words: ['schoolbestuurssamenwerking'] },
    ]);
  });
});
