import { describe, expect, it } from 'vitest';
import { byteAt, pieces, trimmed, unitAt } from './bytes';

describe('places in texts', () => {
  const text = 'Mijn zoon Noé 👦 op De Klimboom';
  it('count bytes for the program and code units for the browser', () => {
    const from = text.indexOf('De Klimboom');
    expect(new TextEncoder().encode(text).subarray(byteAt(text, from), byteAt(text, text.length)).length).toBe(11);
    expect(unitAt(text, byteAt(text, from))).toBe(from);
    expect(unitAt(text, 10_000)).toBe(text.length);
  });
  it('leave the white space around a selection out, and a selection of nothing', () => {
    expect(trimmed(text, 9, 14)).toEqual([10, 13]);
    expect(trimmed(text, 9, 10)).toBeNull();
  });
  it('part a text into plain words and marks, whatever the order of the marks', () => {
    const place = (words: string) => ({ place: { from: byteAt(text, text.indexOf(words)), to: byteAt(text, text.indexOf(words) + words.length) } });
    const parts = pieces(text, [place('De Klimboom'), place('Noé')]);
    expect(parts.map((part) => [part.text, part.mark !== null])).toEqual([['Mijn zoon ', false], ['Noé', true], [' 👦 op ', false], ['De Klimboom', true]]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});
