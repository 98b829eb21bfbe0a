import { describe, expect, it } from 'vitest';
import { paragraphs, segments, sentences, tapped, trimmed } from './segments';

const text = 'Hij las. Zij hielp.\n\nEn toen?  😀 Klaar.';

describe('a story cut into pieces', () => {
  it('loses no letter within a paragraph', () => {
    for (const span of paragraphs(text)) {
      const cut = segments(text, span, { found: [{ start: 4, end: 7 }], notes: [{ id: 'n', start: 0, end: 30 }], sentences: sentences(text, span) });
      expect(cut.map((piece) => piece.text).join('')).toBe(text.slice(span.start, span.end));
    }
  });
  it('keeps offsets in UTF-16 code units of the whole part', () => {
    const [, second] = paragraphs(text);
    const last = sentences(text, second ?? { start: 0, end: 0 }).at(-1);
    expect(last && text.slice(last.start, last.end)).toContain('Klaar.');
  });
  it('shows the shorter of two notes on the same words', () => {
    const cut = segments('abcdef', { start: 0, end: 6 }, { notes: [{ id: 'long', start: 0, end: 6 }, { id: 'short', start: 2, end: 4 }] });
    expect(cut.map((piece) => piece.note)).toEqual(['long', 'short', 'long']);
  });
  it('takes white space off a marked passage', () => {
    expect(trimmed('  ja  ', { start: 0, end: 6 })).toEqual({ start: 2, end: 4 });
  });
});

describe('tapping sentences', () => {
  const all = [{ start: 0, end: 5 }, { start: 6, end: 9 }, { start: 10, end: 15 }];
  it('chooses, extends with all between, and takes an edge off again', () => {
    const one = tapped(null, all, 0);
    expect(one).toEqual(all[0]);
    const three = tapped(one, all, 2);
    expect(three).toEqual({ start: 0, end: 15 });
    expect(tapped(three, all, 2)).toEqual({ start: 0, end: 9 });
    expect(tapped(one, all, 0)).toBeNull();
  });
});
