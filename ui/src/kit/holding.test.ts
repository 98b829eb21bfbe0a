import { describe, expect, it } from 'vitest';
import { fieldWords, holds, openForm, shownNow, wordedForms } from './holding';

const none = { typing: '', forms: [] };
const typing = { typing: 'Onze zoon zat', forms: [] };
const form = { typing: '', forms: ['', 'Vaste belmomenten'] };

describe('a screen whose table goes on', () => {
  it.each([
    ['nobody writes', none, 'converge'],
    ['only spaces stand there', { typing: ' ', forms: ['\n'] }, 'converge'],
    ['someone types', typing, 'browse'],
    ['a form is open with words', form, 'browse'],
  ])('when %s: %o shows %s', (_, words, shown) => expect(shownNow('browse', 'converge', words, null)).toBe(shown));

  it('goes along when its people say so, but only to where they were asked to go', () => {
    expect(shownNow('browse', 'converge', typing, 'converge')).toBe('converge');
    expect(shownNow('browse', 'change', typing, 'converge')).toBe('browse');
  });
  it('does not move when its table comes back to where it is', () => expect(shownNow('browse', 'browse', form, null)).toBe('browse'));
  it('waits for the words themselves and for nothing else', () => expect([holds(none), holds(typing), holds(form)]).toEqual([false, true, true]));
});

describe('what counts as words', () => {
  it('is an open form as long as it is open, with what stands in it at that moment', () => {
    let text = '';
    const close = openForm({ words: () => text });
    expect(wordedForms()).toHaveLength(0);
    text = 'Het verraste ons';
    expect(wordedForms().map((one) => one.words())).toEqual(['Het verraste ons']);
    close();
    expect(wordedForms()).toHaveLength(0);
  });
  it('is no search, number or choice', () => {
    const input = (type: string): HTMLInputElement => Object.assign(document.createElement('input'), { type, value: '12' });
    expect(['text', 'search', 'range', 'checkbox'].map((type) => fieldWords(input(type)))).toEqual(['12', '', '', '']);
    expect(fieldWords(null)).toBe('');
  });
});
